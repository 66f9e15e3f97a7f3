/// Everything: from a raw timestamped transcript to subtitles a professional would sign.
#pragma once

#include <mondegreen/batch.hpp>
#include <mondegreen/config.hpp>
#include <mondegreen/convert.hpp>
#include <mondegreen/cue.hpp>
#include <mondegreen/cue_tree.hpp>
#include <mondegreen/damage.hpp>
#include <mondegreen/decode.hpp>
#include <mondegreen/diagnostic.hpp>
#include <mondegreen/edit.hpp>
#include <mondegreen/file.hpp>
#include <mondegreen/format.hpp>
#include <mondegreen/language.hpp>
#include <mondegreen/layout.hpp>
#include <mondegreen/lexicon.hpp>
#include <mondegreen/names.hpp>
#include <mondegreen/phonetics.hpp>
#include <mondegreen/pipeline.hpp>
#include <mondegreen/pull.hpp>
#include <mondegreen/result.hpp>
#include <mondegreen/rule.hpp>
#include <mondegreen/source.hpp>
#include <mondegreen/srt.hpp>
#include <mondegreen/timestamp.hpp>
#include <mondegreen/transcript.hpp>
#include <mondegreen/webvtt.hpp>
