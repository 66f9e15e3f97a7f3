# bash completion for mondegreen
_mondegreen() {
  local current=$2 previous=$3 command='' second='' word options=''
  local i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    [[ $word == -* ]] && continue
    if [[ -z $command ]]; then command=$word; elif [[ $command == names && -z $second ]]; then second=$word; fi
  done

  case "$command $second $previous" in
    'names explain --to') mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$current"); return ;;
    'names mine --to') mapfile -t COMPREPLY < <(compgen -W 'tsv plain' -- "$current"); return ;;
  esac
  case $previous in
    --from | --to)
      local ids
      ids=$(mondegreen formats 2>/dev/null | awk 'NR > 1 { print $1 }')
      mapfile -t COMPREPLY < <(compgen -W "$ids" -- "$current")
      return ;;
    --only | --skip | --also)
      local rules before=''
      rules=$(mondegreen clean --list-rules 2>/dev/null | awk '$1 !~ /^--/ { print $1 }')
      [[ $current == *,* ]] && before=${current%,*},
      mapfile -t COMPREPLY < <(compgen -P "$before" -W "$rules" -- "${current##*,}")
      return ;;
    --profile)
      local profiles
      profiles=$(mondegreen profiles 2>/dev/null | awk 'NR > 1 { print $1 }')
      mapfile -t COMPREPLY < <(compgen -f -W "$profiles strict clean fluent" -- "$current")
      return ;;
    --set) return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'text json csv sarif junit html' -- "$current"); return ;;
    --frame-rate) mapfile -t COMPREPLY < <(compgen -W '23.976 24 25 29.97 30 50 59.94' -- "$current"); return ;;
    --apply) mapfile -t COMPREPLY < <(compgen -W 'auto all none' -- "$current"); return ;;
    --color | --progress) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$current"); return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'fr en es it de' -- "$current"); return ;;
    --stamps)
      mapfile -t COMPREPLY < <(compgen -W 'none cue paragraph speaker 1 5 10' -- "$current")
      return ;;
    --encoding | --output-encoding)
      mapfile -t COMPREPLY < <(compgen -W 'UTF-8 UTF-16LE UTF-16BE windows-1252 ISO-8859-15' -- "$current"); return ;;
    --by | --after | --before | --factor | --point | --max-shift) return ;;
    --fps) mapfile -t COMPREPLY < <(compgen -W '23.976 24 25 29.97 30 50 59.94 60' -- "$current"); return ;;
    -j | --jobs | --max-cpl | --max-lines) return ;;
  esac

  case "$command $second" in
    ' ') options='clean convert shift scale sync names check layout profiles formats --help --version' ;;
    'names ') options='mine build repair explain sound --help' ;;
    'names mine') options='--output --to --page-only --lang --from --encoding --strict --diagnostics --quiet --help' ;;
    'names build') options='--output --lang --quiet --help' ;;
    'names repair') options='--names --context --spelling --apply --edits --live --lang --diagnostics --quiet --help' ;;
    'names explain') options='--in --names --context --spelling --no-mine --json --to --from --encoding --strict --lang --diagnostics --quiet
      --help' ;;
    'check '*)
      options='--config --no-config --format --output --fix --in-place --list-rules --profile --shot-changes --frame-rate --lang --from
        --encoding --strict --diagnostics --quiet --color --progress --jobs --help' ;;
    'layout '*) options='--profile --max-cpl --max-lines --lang --quiet --help' ;;
    'names sound') options='--lang --help' ;;
    'clean '*)
      options='--config --no-config --output --to --stamps --output-encoding --names --context --spelling --no-mine --mine --apply --edits --review --lang --profile --only --skip --also --set --list-rules --diff
        --dry-run --in-place --from --encoding --strict --diagnostics --quiet --color --progress --jobs --shot-changes --frame-rate --help' ;;
    'convert '*)
      options='--output --to --stamps --output-encoding --from --encoding --strict --cue-tree --fix --diagnostics --quiet --color
        --progress --jobs --help' ;;
    'shift '*)
      options='--by --after --before --output --to --stamps --output-encoding --in-place --from --encoding --strict --diagnostics --quiet --color
        --progress --jobs --help' ;;
    'scale '*)
      options='--fps --factor --after --before --output --to --stamps --output-encoding --in-place --from --encoding --strict --diagnostics --quiet --color
        --progress --jobs --help' ;;
    'sync '*)
      options='--point --like --times-from --no-splits --max-shift --output --to --stamps --output-encoding --in-place --from --encoding --strict --diagnostics --quiet --color
        --progress --jobs --help' ;;
    *) options='--help' ;;
  esac
  if [[ $current == -* || -z $command || "$command $second" == 'names ' ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  else
    compopt -o default
  fi
}
complete -F _mondegreen mondegreen
