# fish completion for mondegreen
complete -c mondegreen -f

function __mondegreen_in --description 'Is one of these the command?'
    set -l words (commandline -opc | string match -v -- '-*')
    test (count $words) -gt 1; and contains -- $words[2] $argv
end

function __mondegreen_names --description 'Is this the command below names?'
    set -l words (commandline -opc | string match -v -- '-*')
    test (count $words) -gt 2; and test $words[2] = names; and contains -- $words[3] $argv
end

function __mondegreen_formats
    mondegreen formats 2>/dev/null | awk 'NR > 1 { print $1 }'
end

function __mondegreen_rules
    mondegreen clean --list-rules 2>/dev/null | awk '$1 !~ /^--/ { print $1 }'
end

set -l encodings 'UTF-8 UTF-16LE UTF-16BE windows-1252 ISO-8859-15'
set -l files '__mondegreen_in clean convert shift scale sync'
set -l inputs '__mondegreen_in clean convert shift scale sync; or __mondegreen_names mine explain'
set -l repairs '__mondegreen_in clean; or __mondegreen_names repair'
set -l reports '__mondegreen_in clean convert shift scale sync; or __mondegreen_names mine repair'

complete -c mondegreen -s h -l help -d 'Explain a command'
complete -c mondegreen -n __fish_use_subcommand -l version -d 'Print the version'
complete -c mondegreen -n __fish_use_subcommand -a clean -d 'Repair names, take out page chrome, write subtitles'
complete -c mondegreen -n __fish_use_subcommand -a convert -d 'Change the format and touch nothing else'
complete -c mondegreen -n __fish_use_subcommand -a shift -d 'Move times'
complete -c mondegreen -n __fish_use_subcommand -a scale -d 'Stretch times: another frame rate, or a factor'
complete -c mondegreen -n __fish_use_subcommand -a sync -d 'Put times right by points, subtitles or words'
complete -c mondegreen -n __fish_use_subcommand -a names -d 'Work on names alone'
complete -c mondegreen -n __fish_use_subcommand -a check -d 'Report what quality control would'
complete -c mondegreen -n __fish_use_subcommand -a profiles -d 'List the profiles'
complete -c mondegreen -n __fish_use_subcommand -a layout -d 'Text in, where lines and cues end out'
complete -c mondegreen -n __fish_use_subcommand -a formats -d 'List the formats'
complete -c mondegreen -n '__mondegreen_in names; and not __mondegreen_names mine build repair explain sound' -a repair -d 'Text in, the same lines out, names repaired'
complete -c mondegreen -n '__mondegreen_in names; and not __mondegreen_names mine build repair explain sound' -a mine -d 'Propose a names file from pages'
complete -c mondegreen -n '__mondegreen_in names; and not __mondegreen_names mine build repair explain sound' -a build -d 'Save a long list with its index'
complete -c mondegreen -n '__mondegreen_in names; and not __mondegreen_names mine build repair explain sound' -a explain -d 'Text in, what may be a misheard name and why out'
complete -c mondegreen -n '__mondegreen_in names; and not __mondegreen_names mine build repair explain sound' -a sound -d 'Words in, how they sound out'

complete -c mondegreen -n $inputs -F
complete -c mondegreen -n '__mondegreen_in clean convert; or __mondegreen_names mine' -s o -l output -r -F -d 'Write here, in the format of the ending'
complete -c mondegreen -n $files -l to -x -a '(__mondegreen_formats)' -d 'Format of the output'
complete -c mondegreen -n $files -l stamps -x -a 'none cue paragraph speaker 1 5 10' -d 'Where text and Markdown have time stamps'
complete -c mondegreen -n $files -l output-encoding -x -a $encodings -d 'Encoding of the output'
complete -c mondegreen -n $inputs -l from -x -a '(__mondegreen_formats)' -d 'Format of the input'
complete -c mondegreen -n $inputs -l encoding -x -a $encodings -d 'Encoding of the input'
complete -c mondegreen -n $inputs -l strict -d 'Damage gives exit status 1'
complete -c mondegreen -n $files -l color -x -a 'auto always never' -d Colours
complete -c mondegreen -n $files -l progress -x -a 'auto always never' -d 'Show progress'
complete -c mondegreen -n $files -s j -l jobs -x -d 'Inputs to work on at once'
complete -c mondegreen -n '__mondegreen_in convert' -l cue-tree -d 'JSON: add the tree of each cue'
complete -c mondegreen -n '__mondegreen_in convert' -l fix -d 'make the repairs that are certain'

complete -c mondegreen -n $repairs -l names -r -F -d 'A file of names to repair'
complete -c mondegreen -n $repairs -l context -r -F -d 'Text of the page the talk is from'
complete -c mondegreen -n $repairs -l spelling -r -F -a installed -d 'Ask Hunspell dictionaries, too'
complete -c mondegreen -n $repairs -l apply -x -a 'auto all none' -d 'What to change'
complete -c mondegreen -n $repairs -l edits -r -F -d 'Write the ledger here'
complete -c mondegreen -n '__mondegreen_in clean' -l review -r -F -d 'Go by this ledger of an earlier run'
complete -c mondegreen -n '__mondegreen_in clean' -l no-mine -d 'Repair with the names files alone'
complete -c mondegreen -n '__mondegreen_in clean' -l mine -d 'Repair with the names of the page'
complete -c mondegreen -n '__mondegreen_names build' -F
complete -c mondegreen -n '__mondegreen_names build' -s o -l output -r -F -d 'Write names and indexes here'
complete -c mondegreen -n '__mondegreen_names mine' -l to -x -a 'tsv plain' -d 'Form of the list'
complete -c mondegreen -n '__mondegreen_names mine' -l page-only -d 'Not what only the speech has'
complete -c mondegreen -n '__mondegreen_names repair' -l live -d 'Answer line by line'
complete -c mondegreen -n '__mondegreen_names explain' -l in -r -F -d 'Text or transcript'
complete -c mondegreen -n '__mondegreen_names explain' -l to -x -a 'text json' -d 'Form of the answer'
complete -c mondegreen -n '__mondegreen_names explain' -l json -d 'One JSON object a finding'
complete -c mondegreen -n '__mondegreen_names explain' -l no-mine -d 'Ask about the names files alone'
complete -c mondegreen -n '__mondegreen_names explain' -l names -r -F -d 'A file of names to repair'
complete -c mondegreen -n "$repairs; or __mondegreen_names mine build explain sound" -l lang -x -a 'fr en' -d 'Language of the speech'
complete -c mondegreen -n '__mondegreen_in clean check layout' -l profile -x -a '(mondegreen profiles 2>/dev/null | awk "NR > 1 { print \$1 }")' -d 'Rules of a client'
complete -c mondegreen -n '__mondegreen_in clean check' -l shot-changes -r -F -d 'A list of the cuts of the film'
complete -c mondegreen -n '__mondegreen_in clean check' -l frame-rate -x -a '23.976 24 25 29.97 30 50 59.94' -d 'Frames a second of the film'
complete -c mondegreen -n '__mondegreen_in check' -F
complete -c mondegreen -n '__mondegreen_in check' -l format -x -a 'text json csv sarif junit html' -d 'Form of the report'
complete -c mondegreen -n '__mondegreen_in check' -s o -l output -r -F -d 'Write the report here'
complete -c mondegreen -n '__mondegreen_in check' -l fix -d 'Mend what layout can'
complete -c mondegreen -n '__mondegreen_in check' -l in-place -d 'Write over the inputs'
complete -c mondegreen -n '__mondegreen_in check' -l list-rules -d 'List the rules'
complete -c mondegreen -n '__mondegreen_in check' -l lang -x -a 'fr en' -d 'Language of the speech'
complete -c mondegreen -n '__mondegreen_in layout' -l max-cpl -x -d 'Characters a line may have'
complete -c mondegreen -n '__mondegreen_in layout' -l max-lines -x -d 'Lines a cue may have'
complete -c mondegreen -n '__mondegreen_in layout' -l lang -x -a 'fr en' -d 'Language of the speech'
complete -c mondegreen -n '__mondegreen_in layout' -s q -l quiet -d 'Say nothing but errors'
complete -c mondegreen -n $reports -l diagnostics -r -F -d 'Write what was odd about the input here'
complete -c mondegreen -n $reports -s q -l quiet -d 'Say nothing but errors'

complete -c mondegreen -n '__mondegreen_in clean check' -l config -r -d 'Settings to go by'
complete -c mondegreen -n '__mondegreen_in clean check' -l no-config -d 'Look for no mondegreen.toml'
complete -c mondegreen -n '__mondegreen_in clean' -l only -x -a '(__mondegreen_rules)' -d 'Only these rules'
complete -c mondegreen -n '__mondegreen_in clean' -l skip -x -a '(__mondegreen_rules)' -d 'All rules but these'
complete -c mondegreen -n '__mondegreen_in clean' -l also -x -a '(__mondegreen_rules)' -d 'These rules too'
complete -c mondegreen -n '__mondegreen_in clean' -l set -x -d 'An option of a rule: RULE.OPTION=VALUE'
complete -c mondegreen -n '__mondegreen_in clean' -l profile -x -a 'strict clean fluent' -d 'How much of the wording may change'
complete -c mondegreen -n '__mondegreen_in clean' -l list-rules -d 'List the rules'
complete -c mondegreen -n '__mondegreen_in clean' -l diff -d 'Show the changes, write nothing'
complete -c mondegreen -n '__mondegreen_in clean' -l dry-run -d 'Show the changes, write nothing'
complete -c mondegreen -n '__mondegreen_in clean shift scale sync' -l in-place -d 'Write over the inputs'

complete -c mondegreen -n '__mondegreen_in shift' -l by -x -d 'How far'
complete -c mondegreen -n '__mondegreen_in shift scale' -l after -x -d 'Only cues from this time on'
complete -c mondegreen -n '__mondegreen_in shift scale' -l before -x -d 'Only cues before this time'
complete -c mondegreen -n '__mondegreen_in scale' -l fps -x -a '23.976 24 25 29.97 30 50 59.94 60' -d 'Frames a second: made for, played at'
complete -c mondegreen -n '__mondegreen_in scale' -l factor -x -d 'Multiply by this'
complete -c mondegreen -n '__mondegreen_in sync' -l point -x -d 'Where a line is=where it should be'
complete -c mondegreen -n '__mondegreen_in sync' -l like -r -F -d 'Subtitles of the film that are right'
complete -c mondegreen -n '__mondegreen_in sync' -l times-from -r -F -d 'A timed file of the same words'
complete -c mondegreen -n '__mondegreen_in sync' -l no-splits -d 'One shift for all'
complete -c mondegreen -n '__mondegreen_in sync' -l max-shift -x -d 'No cue moves further'
