#pragma once

#include <mondegreen/impl/languages/languages.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

inline constexpr std::string_view en_rules =
#include <mondegreen/impl/languages/en.rules>
    ;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings" // 64 KiB is what a compiler must take; all of ours take more
// Arrays: a string_view would have its length counted by the compiler, byte by byte.
inline constexpr char en_pronunciations[] = // licence: PRONUNCIATIONS-LICENSE.txt
#include <mondegreen/impl/languages/en.pronunciations>
    ;
inline constexpr char en_words[] =
#include <mondegreen/impl/languages/en.words>
    ;
#pragma GCC diagnostic pop

inline constexpr std::string_view en_breaks =
#include <mondegreen/impl/languages/en.breaks>
    ;

MONDEGREEN_INLINE language const en{
    .code = "en",
    .name = "English",
    // Frequent closed-class words of spoken English that French, German, Spanish and Italian do not share.
    .marker_words = "the|and|of|to|that|is|was|it|you|i|we|they|this|with|for|are|have|not|be|but|what|so|there|from|"
                    "your|my|our|their|he|she|his|her|which|when|how|would|will|can|about|been|has|had|were|its|at|by",
    .enclitics = "s|re|ve|ll|d|m",
    .phonetic_rules = en_rules,
    .pronunciations = {en_pronunciations, sizeof en_pronunciations - 1},
    .ordinary_words = {en_words, sizeof en_words - 1},
    .honorifics = "mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|judge|captain|senator|governor",
    .roles = "president|vice-president|director|founder|cofounder|co-founder|chief|head|ceo|cto|cfo|coo|chair|chairman|"
             "chairwoman|chairperson|manager|partner|leader|minister|secretary|senator|governor|mayor|ambassador|"
             "spokesman|spokeswoman|spokesperson|adviser|advisor|analyst|professor|researcher|scientist|lecturer|"
             "teacher|economist|historian|philosopher|mathematician|engineer|developer|architect|designer|journalist|"
             "reporter|correspondent|presenter|host|anchor|editor|writer|author|novelist|producer|actor|actress|singer|"
             "lawyer|attorney|doctor|consultant|expert|specialist|entrepreneur|investor|coordinator|artist|executive",
    .belonging = "of|at|for|from|with",
    .employers = "",
    .organisations =
        "academy|agency|association|bank|board|center|centre|college|commission|committee|company|corporation|"
        "council|department|federation|foundation|fund|group|hospital|institute|laboratory|labs|ministry|"
        "museum|office|party|school|society|trust|union|university|inc|ltd|llc|partners|ventures",
    .events = "awards|conference|congress|convention|expo|festival|forum|summit|symposium",
    .places =
        "airport|avenue|bay|beach|boulevard|bridge|cape|county|fort|gulf|island|islands|lake|mount|mountain|ocean|"
        "park|port|river|road|square|st|station|street|valley",
    .numbers = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
               "sixteen|seventeen|eighteen|nineteen|twenty|twenty-one|twenty-two|twenty-three|twenty-four|"
               "twenty-five|twenty-six|twenty-seven|twenty-eight|twenty-nine|thirty|thirty-one|thirty-two|"
               "thirty-three|thirty-four|thirty-five|thirty-six|thirty-seven|thirty-eight|thirty-nine|forty|"
               "forty-one|forty-two|forty-three|forty-four|forty-five|forty-six|forty-seven|forty-eight|"
               "forty-nine|fifty|fifty-one|fifty-two|fifty-three|fifty-four|fifty-five|fifty-six|fifty-seven|"
               "fifty-eight|fifty-nine|sixty|sixty-one|sixty-two|sixty-three|sixty-four|sixty-five|sixty-six|"
               "sixty-seven|sixty-eight|sixty-nine|seventy|seventy-one|seventy-two|seventy-three|seventy-four|"
               "seventy-five|seventy-six|seventy-seven|seventy-eight|seventy-nine|eighty|eighty-one|eighty-two|"
               "eighty-three|eighty-four|eighty-five|eighty-six|eighty-seven|eighty-eight|eighty-nine|ninety|"
               "ninety-one|ninety-two|ninety-three|ninety-four|ninety-five|ninety-six|ninety-seven|ninety-eight|"
               "ninety-nine",
    .transcript_headings = "transcript|full transcript|video transcript|episode transcript|transcription|"
                           "show transcript|automatic transcript",
    .end_headings = "recommendations|recommended|recommended videos|related|related videos|related articles|"
                    "related posts|related episodes|more from this channel|up next|you may also like|read more|"
                    "see also|comments",
    .labels = "category|categories|published|published on|posted on|duration|tags|keywords|description|show more|"
              "show less",
    .navigation = "search in video|search transcript|back|back to top|"
                  "home|interviews|share|print|download|subscribe|log in|sign in|sign up|menu|"
                  "source link|skip to player|skip to content|skip to main content|skip to footer|next|previous|"
                  "next article|previous article|advertisement|copy link|report",
    .relative_dates = "ago|yesterday|today|just now",
    .transcript_credits = "auto-generated|transcribed by",
    .chapter_words = "chapter",
    .answer_openers = "yes|yeah|no|well|so|absolutely|exactly|right|sure|of course|thanks|"
                      "thank you|definitely|actually|i think|i mean|indeed|oh",
    .greetings = "hello|hi|good morning|good evening",
    .reasons = "because|to",
    .breaks = en_breaks,
    .type = {.printed_apostrophe = true,
             .quotes = "“|”",
             .marks_close_up = true,
             .spaced_dash = " – ",
             .double_hyphen = "—",
             .spellings = "dont=don’t|doesnt=doesn’t|didnt=didn’t|isnt=isn’t|wasnt=wasn’t|arent=aren’t|werent=weren’t|"
                          "havent=haven’t|hasnt=hasn’t|hadnt=hadn’t|couldnt=couldn’t|wouldnt=wouldn’t|"
                          "shouldnt=shouldn’t|youre=you’re|theyre=they’re|weve=we’ve|youve=you’ve|theyve=they’ve|"
                          "thats=that’s|theres=there’s|heres=here’s|itll=it’ll|youll=you’ll|"
                          "theyll=they’ll|ive=I’ve|etc=etc.",
             .titles = "Mr.|Mrs.|Ms.|Dr.|Mr|Mrs|Ms|Dr|St.|No.|p."},
    .fillers = "uh|um|uhm|umm|uhh|erm|hmm|hm|mhm=assent|mm=assent",
    .likely_fillers = "you know|i mean|like|sort of|kind of|basically|actually|literally|well|right|so|okay|anyway|"
                      "you see|let's say|er|ah",
    .repeats =
        "i|we|they|he|she|the|a|an|and|but|or|of|to|for|with|from|my|your|our|their|his|if|because|when|where|who|"
        "i'm|i've|i'll|we're|we've|they're|it's|you're|there's",
    .repeats_with_comma = "in|on|at|what|how|as|by|that's|what's",
    // "I saw it, it was", "of that, that we", "the question is, is it right"
    .repeats_at_opening = "it|you|so|that|this|these|those|is|are|was",
    .repeat_parts =
        "it|you|in|on|at|is|are|was|be|have|has|do|did|can|will|would|going|want|think|know|that|there|what|"
        "so|as|not|don't",
    .meant_repeats =
        "very|really|so|no|yes|yeah|had|that|many|much|more|never|long|far|again|please|okay|ok|well|right|"
        "ha|oh|now|come|go|bye|hey|wait|there|big|you|good|thank|thanks|same|what|and on|and so on",
    .profanity = "fuck|fucks|fucked|fucker|fuckers|fucking|motherfucker|motherfuckers|motherfucking|shit|shits|shitty|"
                 "bullshit|asshole|assholes|arsehole|arseholes|bitch|bitches|bastard|bastards|cunt|cunts|dickhead|dick|"
                 "dicks|cock|cocks|pussy|wanker|wankers|twat|twats|bollocks|piss off|pissed off|son of a bitch|slut|"
                 "sluts|whore|whores|nigger|niggers|faggot|faggots|goddamn",
    .pseudonyms = "person=Person|org=Organisation|place=Place|product=Product|event=Event|=Name",
    .reading_speed = 20, // characters a second; Netflix Partner Help, English timed text style guide
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
