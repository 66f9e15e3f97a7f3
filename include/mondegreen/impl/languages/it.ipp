#pragma once

#include <mondegreen/impl/languages/languages.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

inline constexpr std::string_view it_rules =
#include <mondegreen/impl/languages/it.rules>
    ;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings" // 64 KiB is what a compiler must take; all of ours take more
inline constexpr char it_words[] =
#include <mondegreen/impl/languages/it.words>
    ;
#pragma GCC diagnostic pop

inline constexpr std::string_view it_breaks =
#include <mondegreen/impl/languages/it.breaks>
    ;

MONDEGREEN_INLINE language const it{
    .code = "it",
    .name = "Italian",
    // Frequent closed-class words of spoken Italian that the other languages do not share.
    .marker_words = "che|è|gli|di|della|dei|nel|nella|anche|più|sono|questo|questa|quello|perché|cosa|molto|alla|"
                    "delle|degli|io|noi|hanno|abbiamo|essere|quindi|però|così|poi|sia|ci|stato|una|del",
    .elisions =
        "l|un|d|dell|all|dall|nell|sull|coll|quell|quest|c|s|m|t|v|n|bell|sant|dov|com|anch|quant|tutt|mezz|nient|senz",
    .phonetic_rules = it_rules,
    .ordinary_words = {it_words, sizeof it_words - 1},
    .transcript_headings = "trascrizione|trascrizione completa|trascrizione del video|trascrizione integrale|"
                           "trascrizione automatica|mostra trascrizione",
    .end_headings = "raccomandazioni|consigliati|video correlati|articoli correlati|correlati|potrebbe interessarti|"
                    "ti potrebbe interessare|leggi anche|vedi anche|guarda anche|prossimi video|commenti",
    .labels = "categoria|categorie|pubblicato il|pubblicato|durata|etichette|tag|parole chiave|descrizione|"
              "mostra altro|mostra meno",
    .navigation = "cerca nel video|indietro|home|interviste|condividi|stampa|scarica|iscriviti|abbonati|accedi|menu|"
                  "link alla fonte|fonte|vai al contenuto|salta al contenuto|avanti|successivo|precedente|"
                  "articolo successivo|articolo precedente|pubblicità|copia link|segnala",
    .relative_dates = "ieri|oggi|l'altro ieri",
    .transcript_credits = "generati automaticamente|generata automaticamente|trascritto da",
    .chapter_words = "capitolo",
    .answer_openers = "sì|no|beh|allora|certo|esatto|esattamente|grazie|guardi|direi|assolutamente",
    .greetings = "buongiorno|buonasera|salve|ciao",
    .reasons = "perché|per",
    .breaks = it_breaks,
    .type = {.printed_apostrophe = true,
             .quotes = "«|»",
             .marks_close_up = true,
             .spaced_dash = " – ",
             .double_hyphen = "–",
             .titles = "Sig.|Dott.|Dott.ssa|Prof.|Avv.|Ing.|n.|pag."},
    .fillers = "ehm|mmm|uhm|mhm=assent|hmm",
    .likely_fillers = "eh|cioè|allora|insomma|diciamo|praticamente|tipo|ecco|beh|boh|sai|capito=end",
    .repeats = "il|lo|la|i|gli|le|un|una|uno|di|del|della|dei|delle|e|a|al|alla|con|per|ma|nel|nella|in|mio|mia|suo|"
               "sua|questo|questa|perché|quando|dove",
    .repeats_with_comma = "che|non|mi|ti|se",
    .repeats_without_comma = "io",
    .repeat_parts = "che|si|non|mi|ti|è|ha|c'è|era|sono|più|molto",
    .meant_repeats = "molto|no|sì|bene|piano|tanto|più|mai|sempre|quasi|ciao|via|così|poco|grazie|prego|a uno|a una",
    .profanity =
        "cazzo|cazzi|merda|merde|stronzo|stronzi|stronza|stronze|vaffanculo|fanculo|puttana|puttane|troia|troie|"
        "coglione|coglioni|minchia|culo|figlio di puttana|bastardo|bastardi|frocio|froci|incazzato|scopare",
    .pseudonyms = "person=Persona|org=Organizzazione|place=Luogo|product=Prodotto|event=Evento|=Nome",
    .reading_speed = 17, // characters a second; Netflix Partner Help, Italian timed text style guide
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
