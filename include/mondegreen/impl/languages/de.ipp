#pragma once

#include <mondegreen/impl/languages/languages.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

inline constexpr std::string_view de_rules =
#include <mondegreen/impl/languages/de.rules>
    ;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings" // 64 KiB is what a compiler must take; all of ours take more
inline constexpr char de_words[] =
#include <mondegreen/impl/languages/de.words>
    ;
#pragma GCC diagnostic pop

inline constexpr std::string_view de_breaks =
#include <mondegreen/impl/languages/de.breaks>
    ;

MONDEGREEN_INLINE language const de{
    .code = "de",
    .name = "German",
    // Frequent closed-class words of spoken German that the other languages do not share.
    .marker_words = "der|die|das|und|ist|nicht|ich|wir|sie|ein|eine|mit|auf|für|auch|von|zu|dem|den|sich|wie|aber|"
                    "haben|hat|sind|noch|nach|bei|aus|wenn|oder|dass|im|über|kann|einen|wird|schon|dann|war",
    .phonetic_rules = de_rules,
    .ordinary_words = {de_words, sizeof de_words - 1},
    .noun_capitals = true,
    .transcript_headings =
        "transkript|transkription|vollständiges transkript|video-transkript|automatisches transkript|"
        "transkript anzeigen|abschrift",
    .end_headings = "empfehlungen|empfohlen|ähnliche videos|ähnliche artikel|verwandte artikel|mehr zum thema|"
                    "das könnte sie auch interessieren|auch interessant|lesen sie auch|siehe auch|nächstes video|"
                    "kommentare",
    .labels = "kategorie|kategorien|veröffentlicht am|veröffentlicht|dauer|schlagwörter|stichwörter|tags|"
              "beschreibung|mehr anzeigen|weniger anzeigen|mehr ansehen",
    .navigation =
        "im video suchen|zurück|startseite|interviews|teilen|drucken|herunterladen|abonnieren|anmelden|menü|quelle|"
        "zum inhalt springen|zum inhalt|weiter|nächster artikel|vorheriger artikel|anzeige|werbung|"
        "link kopieren|melden",
    .relative_dates = "gestern|vorgestern|heute|vor 1|vor 2|vor 3|vor einem|vor einer",
    .transcript_credits = "automatisch erzeugt|transkribiert von",
    .chapter_words = "kapitel",
    .answer_openers = "ja|nein|also|genau|natürlich|danke|absolut|ich denke|ich glaube|na ja|klar",
    .greetings = "guten tag|hallo|guten morgen|guten abend",
    .reasons = "weil|um",
    .breaks = de_breaks,
    .type = {.printed_apostrophe = true,
             .quotes = "„|“",
             .marks_close_up = true,
             .ellipsis_apart = true, // Duden, K 17; subtitlers close it up: both stay
             .spaced_dash = " – ",
             .double_hyphen = "–",
             .before_unit = "\u00A0",
             .titles = "Dr.|Prof.|Hr.|Fr.|St.|Nr.|S.|Abs.|Art."},
    .fillers = "äh|ähm|öh|öhm|hm=assent|hmm|mhm=assent",
    .likely_fillers = "also|halt|sozusagen|quasi|na ja|naja|weißt du|wissen sie|sagen wir mal|ne=end|gell=end",
    .repeats = "und|eine|einen|einem|einer|für|oder|dass|weil|wenn|im|am|zum|zur|mein|meine|dein|deine|unser|unsere|"
               "dieser|diese|dieses",
    .repeats_with_comma = "in",
    // Verbs and the prefixes of verbs end a clause: "da es so ist, ist es gut", "er macht mit, mit Freude", "das bin ich, ich …".
    .repeats_without_comma = "ich|wir|ein|mit|von|auf|aber|bei|nach",
    .repeat_parts = "es|er|sie|das|die|der|den|dem|in|zu|so|auch|nicht",
    .meant_repeats =
        "sehr|ja|nein|so|die|das|der|viel|viele|mehr|nie|immer|ganz|doch|schnell|lange|weit|danke|bitte|gut",
    .profanity =
        "scheiße|scheiss|scheiß|scheißen|beschissen|arschloch|arschlöcher|arsch|fotze|fotzen|wichser|hurensohn|"
        "hurensöhne|hure|huren|fick|ficken|fick dich|gefickt|schlampe|schlampen|verfickt|kacke|schwuchtel|"
        "missgeburt|mistkerl",
    .pseudonyms = "person=Person|org=Organisation|place=Ort|product=Produkt|event=Ereignis|=Name",
    .reading_speed = 17, // characters a second; Netflix Partner Help, German timed text style guide
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
