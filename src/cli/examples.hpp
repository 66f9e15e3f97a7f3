// What stands below the options in the help of the commands.
#pragma once

namespace mondegreen::cli {

inline constexpr auto clean_examples = R"(Examples:
  mondegreen clean talk.txt -o talk.srt -o talk.vtt
  mondegreen clean talk.txt --names names.txt --diff
  mondegreen clean page.txt --names names.tsv --edits talk.jsonl --to webvtt > talk.vtt
  mondegreen clean talks/*.txt --names names.txt -o subtitles/ --to srt
  mondegreen clean talk.srt --names names.txt --in-place
  mondegreen clean talk.txt --profile netflix-fr -o talk.srt

A names file has a name a line, known mishearings behind a colon:
  Yann LeCun: Yann Lequin | Yann Le Quin
  Scaleway

What you would type each time can stand in a file mondegreen.toml beside the inputs or above them.

Exit status: 0 done; 1 with --strict, the input was damaged; 2 the command line is wrong; 3 a file could not be read or
written (the others are done). Files are written whole or not at all.)";

inline constexpr auto convert_examples = R"(Examples:
  mondegreen convert talk.srt -o talk.vtt
  mondegreen convert *.vtt -o subtitles/ --to srt
  mondegreen convert talk.srt --to json | jq .cues
  mondegreen convert whisper.json -o talk.md --stamps speaker
  mondegreen convert old.srt --encoding windows-1252 -o new.srt
  mondegreen convert damaged.srt --fix -o whole.srt

Exit status: 0 done; 1 with --strict, the input was damaged; 2 the command line is wrong; 3 a file could not be read or
written (the others are done).)";

inline constexpr auto shift_examples = R"(Examples:
  mondegreen shift talk.srt --by -1.5 -o talk.fixed.srt
  mondegreen shift talk.srt --by 250ms --after 0:12:00 --in-place

A cue never begins before 0: what would is kept at 0 and told.)";

inline constexpr auto scale_examples = R"(Examples:
  mondegreen scale film.srt --fps 25 23.976 -o film.ntsc.srt     made for 25 frames a second, played at 23.976
  mondegreen scale film.srt --fps 30 29.97 -o film.srt           counted without dropping frames, as if 30 were a second
  mondegreen scale film.srt --factor 1.001 --in-place)";

inline constexpr auto sync_examples = R"(Examples:
  mondegreen sync film.srt --point 0:01:10=0:01:12.5 --point 1:32:05=1:32:20 -o fixed.srt
  mondegreen sync film.fr.srt --like film.en.srt -o fixed.srt    moved to where another language's subtitles are
  mondegreen sync corrected.txt --times-from talk.json -o talk.srt

--times-from gives each word of a corrected text the time it has in the timed file; runs of more than ten words that are
not in it are told. --like looks for one shift, or several where scenes were cut, and for a frame rate that is wrong.)";

inline constexpr auto mine_examples = R"(Examples:
  mondegreen names mine page.txt -o names.tsv
  mondegreen names mine episodes/*.vtt --to plain > names.txt

The last column, or the text behind "#", says where each name stands. Look through the list, then repair with it:
  mondegreen clean page.txt --names names.tsv -o talk.srt

Exit status: 0 done; 1 with --strict, the input was damaged; 2 the command line is wrong; 3 a file could not be read or
written (the others are done).)";

inline constexpr auto build_examples = R"(Examples:
  mondegreen names build names.tsv -o names.mgx --lang fr,en
  mondegreen names repair --names names.mgx --lang fr < talk.txt

Worth it from some ten thousand names on: a file so built opens at once, where the list is read and its index built each
time. Build it again when the list or mondegreen is new.

Exit status: 0 done; 2 the command line is wrong; 3 a file could not be read or written, and nothing was built.)";

inline constexpr auto explain_examples = R"(Examples:
  mondegreen names explain 'Yann LeCun' --in talk.txt
  mondegreen names explain 'Yann LeCun' --in talk.srt --names names.txt --to json
  mondegreen names explain --names names.txt --lang fr < text.txt
  echo 'Jan Lequin' | mondegreen names explain --names names.txt --lang fr --json)";

inline constexpr auto repair_examples = R"(Examples:
  mondegreen names repair --names names.txt < lines.txt > repaired.txt
  live-captions | mondegreen names repair --live --names names.txt --lang fr)";

inline constexpr auto sound_examples = R"(Example:
  echo LeCun | mondegreen names sound --lang fr)";

inline constexpr auto check_examples = R"(Examples:
  mondegreen check talk.srt --profile netflix-fr
  mondegreen check season1/*.srt --profile bbc --format html -o report.html
  mondegreen check talk.srt --profile house.toml --format junit > report.xml
  mondegreen check talk.srt --profile netflix-fr --fix --in-place

Exit status: 0 nothing was found but notes; 1 errors or warnings were found; 2 the command line is wrong; 3 a file could not
be read or written.)";

inline constexpr auto layout_examples =
    R"(A sentence a line in; the same with <eol> where a line and <eob> where a cue ends out. Examples:
  mondegreen layout --lang fr < sentences.txt
  mondegreen layout --lang en --max-cpl 37 --max-lines 2 < sentences.txt)";

inline constexpr auto main_footer = R"('mondegreen COMMAND --help' explains a command. The first thing to try:
  mondegreen clean talk.txt --names names.txt -o talk.srt -o talk.vtt)";

} // namespace mondegreen::cli
