#pragma once

#include <mondegreen/impl/languages/languages.hpp>

namespace mondegreen::inline MONDEGREEN_ABI::impl::languages {

inline constexpr std::string_view es_rules =
#include <mondegreen/impl/languages/es.rules>
    ;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings" // 64 KiB is what a compiler must take; all of ours take more
inline constexpr char es_words[] =
#include <mondegreen/impl/languages/es.words>
    ;
#pragma GCC diagnostic pop

inline constexpr std::string_view es_breaks =
#include <mondegreen/impl/languages/es.breaks>
    ;

MONDEGREEN_INLINE language const es{
    .code = "es",
    .name = "Spanish",
    // Frequent closed-class words of spoken Spanish that the other languages do not share.
    .marker_words = "el|los|las|y|por|para|pero|más|muy|está|están|yo|esto|eso|hay|también|ya|cuando|porque|sus|como|"
                    "esta|fue|tiene|nosotros|entonces|aquí|donde|todos|ser|hace|que|se",
    .phonetic_rules = es_rules,
    .ordinary_words = {es_words, sizeof es_words - 1},
    .transcript_headings = "transcripción|transcripción completa|transcripción del vídeo|transcripción del video|"
                           "transcripción automática|mostrar transcripción",
    .end_headings = "recomendaciones|recomendados|vídeos relacionados|videos relacionados|artículos relacionados|"
                    "relacionados|te puede interesar|también te puede interesar|leer también|lee también|ver también|"
                    "a continuación|comentarios",
    .labels = "categoría|categorías|publicado el|publicado|duración|etiquetas|palabras clave|descripción|"
              "mostrar más|mostrar menos|ver más|ver menos",
    .navigation = "buscar en el "
                  "vídeo|volver|inicio|entrevistas|compartir|imprimir|descargar|suscribirse|suscríbete|iniciar sesión|"
                  "menú|enlace de origen|fuente|saltar al contenido|ir al contenido|siguiente|anterior|"
                  "artículo siguiente|artículo anterior|publicidad|copiar enlace|denunciar",
    .relative_dates = "hace|ayer|anteayer|hoy",
    .transcript_credits = "generados automáticamente|generada automáticamente|transcrito por",
    .chapter_words = "capítulo",
    .answer_openers = "sí|no|bueno|pues|claro|exacto|exactamente|gracias|la verdad|mira|yo creo|efectivamente",
    .greetings = "hola|buenos días|buenas tardes|buenas noches",
    .reasons = "porque|para",
    .breaks = es_breaks,
    .type = {.printed_apostrophe = true,
             .quotes = "«|»",
             .marks_close_up = true,
             .inverted_marks = "¿¡",
             .question_words = "qué|quién|quiénes|cómo|cuándo|dónde|adónde|cuál|cuáles|cuánto|cuánta|cuántos|cuántas|"
                               "por qué|para qué|a qué|de qué|en qué|con qué|con quién|de dónde|desde cuándo|y qué|"
                               "y cómo|y por qué|y tú|y usted|pero qué|pero cómo|pero por qué",
             .spaced_dash = " – ",
             .double_hyphen = "—",
             .before_unit = "\u00A0",
             .titles = "Sr.|Sra.|Srta.|D.|Dña.|Dr.|Dra.|n.º|pág.|núm."},
    .fillers = "ehm|em|mmm|hmm|uhm|mhm=assent",
    .likely_fillers = "eh|este|pues|bueno|o sea|digamos|a ver|¿no?|sabes|verdad",
    .repeats = "el|la|los|las|un|una|de|del|y|a|al|con|por|pero|su|sus|mi|mis|tu|tus|en|porque|cuando|donde|"
               "este|esta|estos|estas",
    .repeats_with_comma = "que|se|lo|le|me|te",
    .repeats_without_comma = "yo|para", // "soy yo, yo fui"; "¡para, para!"
    .repeat_parts = "que|se|lo|le|me|te|es|ha|hay|está|era|fue|son|muy|más",
    .meant_repeats = "muy|no|sí|bien|ya|mucho|más|nunca|siempre|casi|claro|venga|vale|tan|poco|que|gracias|hola|adiós",
    .profanity = "joder|jodido|jodida|mierda|mierdas|puta|putas|puto|putos|hijo de puta|hijos de puta|cabrón|cabrones|"
                 "cabrona|coño|gilipollas|pendejo|pendejos|pendeja|chingar|chinga|chingada|verga|polla|culo|maricón|"
                 "maricones|hostia|cojones|zorra|follar",
    .pseudonyms = "person=Persona|org=Organización|place=Lugar|product=Producto|event=Evento|=Nombre",
    .reading_speed = 17, // characters a second; Netflix Partner Help, Spanish timed text style guide
};

} // namespace mondegreen::inline MONDEGREEN_ABI::impl::languages
