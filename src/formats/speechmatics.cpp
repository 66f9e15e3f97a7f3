#include <mondegreen/impl/formats/speechmatics.ipp>
