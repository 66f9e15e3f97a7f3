// A small result of each recogniser, as it writes them: all say "Bonjour, Inès. On y va ?" by two voices or one.
#pragma once

#include <string_view>

namespace tests {

struct recogniser_sample {
  std::string_view format;
  std::string_view text;
};

inline constexpr recogniser_sample recogniser_samples[] = {
    {"whisper", R"({"text": " Bonjour, In\u00e8s. On y va ?", "segments": [
{"id": 0, "seek": 0, "start": 0.5, "end": 1.4, "text": " Bonjour, In\u00e8s.", "tokens": [50364], "words": [
 {"word": " Bonjour,", "start": 0.5, "end": 0.9, "probability": 0.97}, {"word": " In\u00e8s.", "start": 0.9, "end": 1.4, "probability": 0.5}]},
{"id": 1, "seek": 0, "start": 2.0, "end": 3.1, "text": " On y va ?", "tokens": [50364], "words": [
 {"word": " On", "start": 2.0, "end": 2.2, "probability": 0.9}, {"word": " y", "start": 2.2, "end": 2.4, "probability": 0.9},
 {"word": " va ?", "start": 2.4, "end": 3.1, "probability": 0.9}]}], "language": "fr"})"},
    {"whisper",
     R"({"segments": [{"start": 0.5, "end": 1.4, "text": " Bonjour, Inès.", "speaker": "SPEAKER_00", "words": [
 {"word": "Bonjour,", "start": 0.5, "end": 0.9, "score": 0.97, "speaker": "SPEAKER_00"}, {"word": "Inès.", "start": 0.9, "end": 1.4, "score": 0.5}]},
 {"start": 2.0, "end": 3.1, "text": " On y va ?", "speaker": "SPEAKER_01", "words": [{"word": "On", "start": 2.0, "end": 2.2, "score": 0.9},
 {"word": "y"}, {"word": "va", "start": 2.4, "end": 3.1, "score": 0.9}]}], "word_segments": [{"word": "Bonjour,", "start": 0.5, "end": 0.9}], "language": "fr"})"},
    {"whisper-cpp",
     R"({"systeminfo": "AVX = 1", "model": {"type": "base"}, "result": {"language": "fr"}, "transcription": [
{"timestamps": {"from": "00:00:00,500", "to": "00:00:01,400"}, "offsets": {"from": 500, "to": 1400}, "text": " Bonjour, Inès.", "tokens": [
 {"text": "[_BEG_]", "offsets": {"from": 500, "to": 500}, "id": 50365, "p": 0.99}, {"text": " Bon", "offsets": {"from": 500, "to": 700}, "p": 0.98},
 {"text": "jour", "offsets": {"from": 700, "to": 850}, "p": 0.97}, {"text": ",", "offsets": {"from": 850, "to": 900}, "p": 0.99},
 {"text": " Inès", "offsets": {"from": 900, "to": 1300}, "p": 0.5}, {"text": ".", "offsets": {"from": 1300, "to": 1400}, "p": 0.9}]},
{"timestamps": {"from": "00:00:02,000", "to": "00:00:03,100"}, "offsets": {"from": 2000, "to": 3100}, "text": " On y va ?"}]})"},
    {"aws-transcribe",
     R"({"jobName": "essai", "results": {"language_code": "fr-FR", "transcripts": [{"transcript": "Bonjour, Inès. On y va ?"}],
"speaker_labels": {"speakers": 2, "segments": [{"start_time": "0.5", "speaker_label": "spk_0", "end_time": "1.4"}, {"start_time": "2.0", "speaker_label": "spk_1", "end_time": "3.1"}]},
"items": [{"start_time": "0.5", "end_time": "0.9", "alternatives": [{"confidence": "0.97", "content": "Bonjour"}, {"confidence": "0.1", "content": "Bonsoir"}], "type": "pronunciation"},
{"alternatives": [{"confidence": "0.0", "content": ","}], "type": "punctuation"},
{"start_time": "0.9", "end_time": "1.4", "alternatives": [{"confidence": "0.5", "content": "Inès"}], "type": "pronunciation"},
{"alternatives": [{"confidence": "0.0", "content": "."}], "type": "punctuation"},
{"start_time": "2.0", "end_time": "2.2", "alternatives": [{"confidence": "0.9", "content": "On"}], "type": "pronunciation"},
{"start_time": "2.2", "end_time": "2.4", "alternatives": [{"confidence": "0.9", "content": "y"}], "type": "pronunciation"},
{"start_time": "2.4", "end_time": "3.1", "alternatives": [{"confidence": "0.9", "content": "va"}], "type": "pronunciation"},
{"alternatives": [{"confidence": "0.0", "content": "?"}], "type": "punctuation"}]}, "status": "COMPLETED"})"},
    {"google-speech", R"({"results": [{"alternatives": [{"transcript": "Bonjour, Inès.", "confidence": 0.9, "words": [
 {"startTime": "0.500s", "endTime": "0.900s", "word": "Bonjour,", "confidence": 0.97}, {"startTime": "0.900s", "endTime": "1.400s", "word": "Inès.", "confidence": 0.5}]},
 {"transcript": "Bonsoir, Inès."}], "resultEndTime": "1.400s", "languageCode": "fr-fr"},
 {"alternatives": [{"transcript": " On y va ?", "words": [{"startTime": {"seconds": "2"}, "endTime": {"seconds": "2", "nanos": 200000000}, "word": "On"},
 {"startTime": {"nanos": 200000000, "seconds": "2"}, "endTime": {"seconds": "2", "nanos": 400000000}, "word": "y"},
 {"startTime": {"seconds": "2", "nanos": 400000000}, "endTime": {"seconds": "3", "nanos": 100000000}, "word": "va ?"}]}]}]})"},
    {"azure-speech",
     R"([{"RecognitionStatus": "Success", "Offset": 5000000, "Duration": 9000000, "SpeakerId": "0", "NBest": [
{"Confidence": 0.95, "Lexical": "bonjour inès", "Display": "Bonjour, Inès.", "Words": [{"Word": "bonjour", "Offset": 5000000, "Duration": 4000000, "Confidence": 0.97},
 {"Word": "inès", "Offset": 9000000, "Duration": 5000000, "Confidence": 0.5}]}, {"Confidence": 0.5, "Display": "Bonsoir."}]},
{"RecognitionStatus": "Success", "Offset": 20000000, "Duration": 11000000, "SpeakerId": "1", "NBest": [{"Confidence": 0.9, "Display": "On y va ?", "Words": null}]}])"},
    {"azure-speech",
     R"({"source": "essai.wav", "combinedRecognizedPhrases": [{"display": "Bonjour, Inès. On y va ?"}], "recognizedPhrases": [
{"recognitionStatus": "Success", "speaker": 1, "offset": "PT0.5S", "duration": "PT0.9S", "nBest": [{"confidence": 0.9, "display": "Bonjour, Inès.", "words": [
 {"word": "bonjour", "offset": "PT0.5S", "duration": "PT0.4S", "confidence": 0.97}, {"word": "inès", "offset": "PT0.9S", "duration": "PT0.5S", "confidence": 0.5}]}]},
{"recognitionStatus": "Success", "speaker": 2, "offset": "PT2S", "duration": "PT1.1S", "nBest": [{"confidence": 0.9, "display": "On y va ?"}]}]})"},
    {"deepgram",
     R"({"metadata": {"channels": 1}, "results": {"channels": [{"alternatives": [{"transcript": "Bonjour, Inès. On y va ?", "confidence": 0.9, "words": [
 {"word": "bonjour", "start": 0.5, "end": 0.9, "confidence": 0.97, "speaker": 0, "punctuated_word": "Bonjour,"},
 {"word": "inès", "start": 0.9, "end": 1.4, "confidence": 0.5, "speaker": 0, "punctuated_word": "Inès."},
 {"word": "on", "start": 2.0, "end": 2.2, "confidence": 0.9, "speaker": 1, "punctuated_word": "On"},
 {"word": "y", "start": 2.2, "end": 2.4, "confidence": 0.9, "speaker": 1, "punctuated_word": "y"},
 {"word": "va", "start": 2.4, "end": 3.1, "confidence": 0.9, "speaker": 1, "punctuated_word": "va ?"}]}]}]}})"},
    {"assemblyai",
     R"({"id": "6a", "language_code": "fr", "status": "completed", "text": "Bonjour, Inès. On y va ?", "words": [
 {"text": "Bonjour,", "start": 500, "end": 900, "confidence": 0.97, "speaker": "A"}], "utterances": [
 {"confidence": 0.9, "start": 500, "end": 1400, "speaker": "A", "text": "Bonjour, Inès.", "words": [
 {"text": "Bonjour,", "start": 500, "end": 900, "confidence": 0.97, "speaker": "A"}, {"text": "Inès.", "start": 900, "end": 1400, "confidence": 0.5, "speaker": "A"}]},
 {"confidence": 0.9, "start": 2000, "end": 3100, "speaker": "B", "text": "On y va ?", "words": [{"text": "On", "start": 2000, "end": 2200, "confidence": 0.9},
 {"text": "y", "start": 2200, "end": 2400, "confidence": 0.9}, {"text": "va ?", "start": 2400, "end": 3100, "confidence": 0.9}]}]})"},
    {"speechmatics", R"({"format": "2.9", "metadata": {"transcription_config": {"language": "fr"}}, "results": [
{"alternatives": [{"confidence": 0.97, "content": "Bonjour", "language": "fr", "speaker": "S1"}], "end_time": 0.9, "start_time": 0.5, "type": "word"},
{"alternatives": [{"confidence": 1.0, "content": ",", "speaker": "S1"}], "attaches_to": "previous", "end_time": 0.9, "start_time": 0.9, "type": "punctuation"},
{"alternatives": [{"confidence": 0.5, "content": "Inès", "speaker": "S1"}], "end_time": 1.4, "start_time": 0.9, "type": "word"},
{"alternatives": [{"confidence": 1.0, "content": ".", "speaker": "S1"}], "end_time": 1.4, "start_time": 1.4, "type": "punctuation"},
{"alternatives": [{"confidence": 0.9, "content": "On", "speaker": "S2"}], "end_time": 2.2, "start_time": 2.0, "type": "word"},
{"alternatives": [{"confidence": 0.9, "content": "y", "speaker": "S2"}], "end_time": 2.4, "start_time": 2.2, "type": "word"},
{"alternatives": [{"confidence": 0.9, "content": "va ?", "speaker": "S2"}], "end_time": 3.1, "start_time": 2.4, "type": "word"}]})"},
    {"ibm-watson",
     R"({"result_index": 0, "results": [{"final": true, "alternatives": [{"transcript": "Bonjour, Inès. ", "confidence": 0.9,
"timestamps": [["Bonjour,", 0.5, 0.9], ["Inès.", 0.9, 1.4]], "word_confidence": [["Bonjour,", 0.97], ["Inès.", 0.5]]}]},
{"final": true, "alternatives": [{"transcript": "On y va ? ", "timestamps": [["On", 2.0, 2.2], ["y", 2.2, 2.4], ["va", 2.4, 3.1]]}]}],
"speaker_labels": [{"from": 0.5, "to": 0.9, "speaker": 0, "confidence": 0.6}, {"from": 0.9, "to": 1.4, "speaker": 0}, {"from": 2.0, "to": 2.2, "speaker": 1},
{"from": 2.2, "to": 2.4, "speaker": 1}, {"from": 2.4, "to": 3.1, "speaker": 1}]})"},
    {"kaldi",
     "{\"result\": [{\"conf\": 0.97, \"end\": 0.9, \"start\": 0.5, \"word\": \"Bonjour,\"}, {\"conf\": 0.5, \"end\": "
     "1.4, "
     "\"start\": 0.9, \"word\": \"Inès.\"}], \"text\": \"Bonjour, Inès.\"}\n{\"result\": [{\"conf\": 1, \"end\": 2.2, "
     "\"start\": 2.0, \"word\": \"On\"}, {\"conf\": 1, \"end\": 2.4, \"start\": 2.2, \"word\": \"y\"}, {\"conf\": 1, "
     "\"end\": "
     "3.1, \"start\": 2.4, \"word\": \"va\"}], \"text\": \"On y va ?\"}\n{\"text\": \"\"}\n"},
    {"gentle",
     R"({"transcript": "Bonjour, Inès.\n\nOn y va ?", "words": [{"alignedWord": "bonjour", "case": "success", "start": 0.5, "end": 0.9, "word": "Bonjour"},
{"alignedWord": "<unk>", "case": "success", "start": 0.9, "end": 1.4, "word": "Inès"}, {"case": "success", "start": 2.0, "end": 2.2, "word": "On"},
{"case": "not-found-in-audio", "word": "y"}, {"case": "success", "start": 2.4, "end": 3.1, "word": "va"}]})"},
    {"youtube-json3", R"({"wireMagic": "pb3", "events": [{"tStartMs": 0, "dDurationMs": 4000, "id": 1, "wpWinPosId": 1},
{"tStartMs": 500, "dDurationMs": 900, "segs": [{"utf8": "Bonjour,", "acAsrConf": 0}, {"utf8": " Inès.", "tOffsetMs": 400}]},
{"tStartMs": 1400, "dDurationMs": 600, "aAppend": 1, "segs": [{"utf8": "\n"}]},
{"tStartMs": 2000, "dDurationMs": 1100, "segs": [{"utf8": "On"}, {"utf8": " y", "tOffsetMs": 200}, {"utf8": " va ?", "tOffsetMs": 400}]}]})"},
    {"podcast-json",
     R"({"version": "1.0.0", "segments": [{"speaker": "Léa", "startTime": 0.5, "endTime": 1.4, "body": "Bonjour, Inès."},
{"speaker": "Inès", "startTime": 2, "endTime": 3.1, "body": "On y va ?"}]})"},
    {"digital-paper-edit",
     R"({"id": "19", "title": "Essai", "transcript": {"words": [{"id": 0, "start": 0.5, "end": 0.9, "text": "Bonjour,"},
{"id": 1, "start": 0.9, "end": 1.4, "text": "Inès."}, {"id": 2, "start": 2.0, "end": 2.2, "text": "On"}, {"id": 3, "start": 2.2, "end": 2.4, "text": "y"},
{"id": 4, "start": 2.4, "end": 3.1, "text": "va ?"}], "paragraphs": [{"id": 0, "start": 0.5, "end": 1.4, "speaker": "Léa"}, {"id": 1, "start": 2.0, "end": 3.1, "speaker": "Inès"}]}})"},
};

} // namespace tests
