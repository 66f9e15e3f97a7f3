# pkg_config.sh PKG_CONFIG PC_FOLDER PACKAGE COMPILER BUILD_FOLDER: compiles, links and runs what pkg-config says.
set -eu
export PKG_CONFIG_PATH="$2"
program=$5/pkg_config_$3
# shellcheck disable=SC2046
"$4" -std=c++20 "$(dirname "$0")/small_consumer.cpp" $("$1" --cflags --libs "$3") -o "$program"
"$program"
