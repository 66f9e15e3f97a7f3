#pragma once

#include <mondegreen/impl/languages/languages.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

inline constexpr std::string_view fr_rules =
#include <mondegreen/impl/languages/fr.rules>
    ;

// An array: a string_view would have its length counted by the compiler, byte by byte.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings" // 64 KiB is what a compiler must take; all of ours take more
inline constexpr char fr_words[] =
#include <mondegreen/impl/languages/fr.words>
    ;
#pragma GCC diagnostic pop

inline constexpr std::string_view fr_breaks =
#include <mondegreen/impl/languages/fr.breaks>
    ;

// Imprimerie nationale, Lexique des règles typographiques; spaces as fr.wikipedia's "Espace insécable" sums them up.
inline constexpr typography fr_type{
    .printed_apostrophe = true,
    .quotes = "«\u00A0|\u00A0»",
    .before_high_marks = "\u202F",
    .before_colon = "\u00A0",
    .spaced_dash = "\u00A0– ",
    .double_hyphen = "–",
    .thousands = "\u202F",
    .before_unit = "\u00A0",
    .magnitudes = "million|millions|milliard|milliards|billion|billions",
    .ordinals = "1ère=1re|1ere=1re|1ères=1res|1eres=1res|1ier=1er|1iers=1ers|#ème=#e|#eme=#e|#ième=#e|#ieme=#e|"
                "#èmes=#es|#emes=#es",
    .number_signs = "n°",
    .capital_phrases =
        "A partir=À partir|A propos=À propos|A bientôt=À bientôt|A demain=À demain|A cause=À cause|"
        "A côté=À côté|A travers=À travers|A quel=À quel|A quelle=À quelle|A quoi=À quoi|A qui=À qui|"
        "A ce=À ce|A cette=À cette|A la fois=À la fois|A la fin=À la fin|A mon avis=À mon avis|"
        "A votre avis=À votre avis|A vrai dire=À vrai dire|A priori=À priori|A peu près=À peu près|"
        "A peine=À peine|Ca va=Ça va|Ca fait=Ça fait|Ca y est=Ça y est|Ca ne=Ça ne|Ca n=Ça n|Ca me=Ça me|"
        "Ca m=Ça m|Ca se=Ça se|Ca s=Ça s|Ca marche=Ça marche|Ca veut=Ça veut|Ca peut=Ça peut|"
        "Ca dépend=Ça dépend|Ca a=Ça a|Ca vous=Ça vous|Ca te=Ça te|Ca nous=Ça nous",
    .accented_capitals = "E=ÉÈÊ|A=ÀÂ|I=Î|O=Ô|U=Û|C=Ç",
    .elided_before_vowels = "que|jusque|lorsque|puisque",
    .elision_triggers = "il|ils|elle|elles|on|en|un|une|avec|aucun|aucune",
    .ligatures = "oe=œ",
    .spellings = "par dessus=par-dessus|par dessous=par-dessous|au dessus=au-dessus|au dessous=au-dessous|"
                 "ci dessus=ci-dessus|ci dessous=ci-dessous|ci joint=ci-joint|là bas=là-bas|là haut=là-haut|"
                 "là dessus=là-dessus|là dedans=là-dedans|c'est à dire=c'est-à-dire|vis à vis=vis-à-vis|"
                 "quelques uns=quelques-uns|quelques unes=quelques-unes|ex aequo=ex æquo|"
                 "curriculum vitae=curriculum vitæ|et caetera=et cætera|etc=etc.",
    .titles = "M.|MM.|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|p.|art.|vol.|chap.|no|n°"};

// Canada: no space before ; ! ? (Office québécois de la langue française, Vitrine linguistique, « Espacement avant et après
// les principaux signes de ponctuation »).
inline constexpr typography fr_canadian = [] {
  auto type = fr_type;
  type.before_high_marks = {};
  type.marks_close_up = true;
  return type;
}();

// Switzerland: the narrow space before the colon and inside of « », too (Groupe de Lausanne, Guide du typographe).
inline constexpr typography fr_swiss = [] {
  auto type = fr_type;
  type.before_colon = "\u202F";
  type.quotes = "«\u202F|\u202F»";
  return type;
}();

inline constexpr regional_typography fr_regions[] = {{"CA", fr_canadian}, {"CH", fr_swiss}};

MONDEGREEN_INLINE language const fr{
    .code = "fr",
    .name = "French",
    // Frequent closed-class words of spoken French that English, German, Spanish and Italian do not share.
    .marker_words =
        "le|les|des|du|et|est|une|je|nous|vous|ils|elle|pas|qui|que|dans|sur|pour|avec|ce|cette|au|aux|mais|"
        "ou|où|très|être|avoir|fait|c|j|d|qu|ça|donc|on|ont|sont|plus|son|ses|leur|comme",
    .elisions = "l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu",
    .phonetic_rules = fr_rules,
    .ordinary_words = {fr_words, sizeof fr_words - 1},
    .honorifics = "m|mm|mme|mmes|mlle|mr|dr|pr|me|monsieur|madame|mademoiselle|docteur|professeur|maître",
    .roles = "président|présidente|vice-président|directeur|directrice|fondateur|fondatrice|cofondateur|"
             "cofondatrice|dirigeant|dirigeante|gérant|gérante|responsable|chef|cheffe|patron|patronne|pdg|dg|"
             "ministre|secrétaire|député|députée|sénateur|sénatrice|maire|préfet|"
             "préfète|ambassadeur|ambassadrice|délégué|déléguée|porte-parole|"
             "conseiller|conseillère|chargé|chargée|professeur|professeure|chercheur|chercheuse|"
             "enseignant|enseignante|économiste|sociologue|historien|historienne|philosophe|mathématicien|"
             "mathématicienne|ingénieur|ingénieure|développeur|développeuse|journaliste|"
             "présentateur|présentatrice|animateur|animatrice|rédacteur|rédactrice|écrivain|"
             "écrivaine|auteur|autrice|auteure|réalisateur|réalisatrice|acteur|actrice|chanteur|chanteuse|"
             "avocat|avocate|médecin|consultant|consultante|expert|experte|spécialiste|entrepreneur|"
             "entrepreneuse|associé|associée|coordinateur|coordinatrice|architecte|artiste",
    .belonging = "de|d|du|des|chez|à|au|pour",
    .employers = "chez",
    .organisations = "académie|agence|association|banque|cabinet|centre|chambre|comité|commission|compagnie|"
                     "conseil|école|fédération|fondation|groupe|hôpital|institut|laboratoire|lycée|"
                     "ministère|musée|observatoire|parti|société|studio|syndicat|union|université",
    .events = "assises|biennale|conférence|congrès|convention|festival|forum|journées|rencontres|salon|"
              "sommet|summit|awards",
    .places = "aéroport|avenue|baie|boulevard|cap|château|gare|golfe|île|lac|mont|place|plage|port|quai|rue|"
              "saint|sainte|station|vallée|ville",
    .numbers = "zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|"
               "dix-sept|dix-huit|dix-neuf|vingt|vingt et un|vingt-deux|vingt-trois|vingt-quatre|vingt-cinq|"
               "vingt-six|vingt-sept|vingt-huit|vingt-neuf|trente|trente et un|trente-deux|trente-trois|"
               "trente-quatre|trente-cinq|trente-six|trente-sept|trente-huit|trente-neuf|quarante|"
               "quarante et un|quarante-deux|quarante-trois|quarante-quatre|quarante-cinq|quarante-six|"
               "quarante-sept|quarante-huit|quarante-neuf|cinquante|cinquante et un|cinquante-deux|"
               "cinquante-trois|cinquante-quatre|cinquante-cinq|cinquante-six|cinquante-sept|cinquante-huit|"
               "cinquante-neuf|soixante|soixante et un|soixante-deux|soixante-trois|soixante-quatre|"
               "soixante-cinq|soixante-six|soixante-sept|soixante-huit|soixante-neuf|soixante-dix|"
               "soixante et onze|soixante-douze|soixante-treize|soixante-quatorze|soixante-quinze|"
               "soixante-seize|soixante-dix-sept|soixante-dix-huit|soixante-dix-neuf|quatre-vingts|"
               "quatre-vingt-un|quatre-vingt-deux|quatre-vingt-trois|quatre-vingt-quatre|quatre-vingt-cinq|"
               "quatre-vingt-six|quatre-vingt-sept|quatre-vingt-huit|quatre-vingt-neuf|quatre-vingt-dix|"
               "quatre-vingt-onze|quatre-vingt-douze|quatre-vingt-treize|quatre-vingt-quatorze|"
               "quatre-vingt-quinze|quatre-vingt-seize|quatre-vingt-dix-sept|quatre-vingt-dix-huit|"
               "quatre-vingt-dix-neuf",
    .transcript_headings = "transcription|transcript|transcription complète|transcription de la vidéo|"
                           "transcription intégrale|transcription automatique|retranscription|"
                           "afficher la transcription|verbatim",
    .end_headings = "recommandations|à lire aussi|à voir aussi|à écouter aussi|lire aussi|voir aussi|sur le même sujet|"
                    "sur le même thème|articles liés|articles similaires|vidéos similaires|vidéos suggérées|"
                    "vous aimerez aussi|à suivre|dans la même rubrique|les plus vus|commentaires",
    .labels = "catégorie|catégories|rubrique|publié le|mis en ligne le|durée|mots clés|étiquettes|tags|description|"
              "afficher plus|afficher moins|voir plus|voir moins",
    .navigation = "rechercher dans la transcription|rechercher dans la vidéo|retour|retour à la liste|retour à "
                  "l'accueil|retour en haut|haut de page|accueil|interviews|entretiens|"
                  "partager|imprimer|télécharger|s'abonner|se connecter|menu|lien source|source|passer au player|"
                  "passer au contenu principal|passer au pied de page|aller au contenu|suivant|précédent|"
                  "article précédent|article suivant|publicité|partager cet article|copier le lien|signaler",
    .relative_dates = "il y a|avant-hier|hier|aujourd'hui",
    .transcript_credits = "générés automatiquement|générée automatiquement|transcrit par|transcription par",
    .chapter_words = "chapitre",
    .answer_openers = "oui|non|si|bah|ben|alors|écoutez|tout à fait|absolument|exactement|effectivement|bien "
                      "sûr|évidemment|en fait|moi|merci|c'est vrai|c'est ça|disons|justement|je pense|je crois|d'abord",
    .greetings = "bonjour|bonsoir|salut",
    .reasons = "parce que|parce qu|car|pour",
    .breaks = fr_breaks,
    .type = fr_type,
    .regions = fr_regions,
    // Shares of what is a filler: docs/figures.md. Closed-class words said twice were a slip in 385 of 385 cases.
    .fillers = "euh|heu|euhm|heum|hum|hem|hm=assent|hmm|mh=assent|mhm=assent|mmh=assent",
    .likely_fillers = "bah|ben|hein|enfin|du coup|en fait|genre|bon|voilà|bref|disons|quoi=end|tu vois|vous voyez|"
                      "tu sais|vous savez|si vous voulez|si tu veux|comment dire|on va dire|je veux dire",
    .repeats =
        "je|tu|il|elle|on|ils|elles|le|la|les|un|une|des|du|de|d'|l'|j'|c'|qu'|n'|s'|à|au|aux|dans|pour|par|avec|"
        "sans|sous|sur|chez|entre|vers|que|qui|où|et|ou|mais|donc|car|ce|cet|cette|ces|mon|ma|mes|ton|ta|tes|son|"
        "sa|ses|notre|nos|votre|vos|leur|leurs|me|te|se|ne|quand|comme|parce",
    .repeats_with_comma = "en|y|est|a|ont|sont|était|est-ce",
    .repeats_without_comma = "ça",
    .repeat_parts =
        "c'est|j'ai|qu'il|qu'elle|qu'on|qu'ils|d'un|d'une|n'est|n'a|s'est|l'on|j'étais|c'était|y|a|ai|as|est|"
        "était|avait|suis|sont|ont|va|vais|il|pas|plus|si|qu'est-ce|est-ce|jusqu'à|d'abord|parce",
    .meant_repeats =
        "très|trop|si|oui|non|ouais|nous|vous|tout|bien|vraiment|beaucoup|toujours|super|plus|encore|jamais|"
        "ah|oh|ha|hé|hein|là|bon|bonjour|merci|allez|attends|attention|voilà|vite|doucement|petit|long|fort|"
        "oui-oui|pareil|presque|faire|même|exactement",
    .profanity =
        "putain|putains|merde|merdes|merdique|emmerder|emmerde|emmerdes|bordel|connard|connards|connasse|connasses|"
        "con|conne|cons|connerie|conneries|salope|salopes|salaud|salauds|enculé|enculés|enculer|pute|putes|"
        "couille|couilles|bite|bites|chier|chiant|chiante|foutre|niquer|nique|branleur|branleurs|cul|pédé|"
        "fils de pute|ta gueule|bâtard|bâtards|trou du cul",
    .pseudonyms = "person=Personne|org=Organisation|place=Lieu|product=Produit|event=Événement|=Nom",
    .reading_speed = 17, // characters a second; Netflix Partner Help, French timed text style guide
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
