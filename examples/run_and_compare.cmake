# cmake -D program=… -D expected=FILE -D folder=… -P run_and_compare.cmake: what an example prints is what the file says.
execute_process(COMMAND ${program} WORKING_DIRECTORY ${folder} OUTPUT_VARIABLE printed RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "exit status ${status}; printed:\n${printed}")
endif()
file(READ ${expected} wanted)
if(NOT printed STREQUAL wanted)
  message(FATAL_ERROR "expected (${expected}):\n${wanted}\nprinted:\n${printed}")
endif()
