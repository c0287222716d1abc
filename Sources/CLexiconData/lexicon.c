// The vocabulary files inside the binary. Each file of lexicon/ has its lines below (a test holds
// this); the build reads the files again when they change.
#include "CLexiconData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char assignments_es[] = {
#embed "lexicon/assignments.es.txt"
};
static const unsigned char bodies_es[] = {
#embed "lexicon/bodies.es.txt"
};
static const unsigned char capacities_es[] = {
#embed "lexicon/capacities.es.txt"
};
static const unsigned char closings_es[] = {
#embed "lexicon/closings.es.txt"
};
static const unsigned char column_headers_es[] = {
#embed "lexicon/column-headers.es.txt"
};
static const unsigned char deadlines_es[] = {
#embed "lexicon/deadlines.es.txt"
};
static const unsigned char field_labels_es[] = {
#embed "lexicon/field-labels.es.txt"
};
static const unsigned char function_words_es[] = {
#embed "lexicon/function-words.es.txt"
};
static const unsigned char given_names_es[] = {
#embed "lexicon/given-names.es.txt"
};
static const unsigned char headings_es[] = {
#embed "lexicon/headings.es.txt"
};
static const unsigned char honorifics_es[] = {
#embed "lexicon/honorifics.es.txt"
};
static const unsigned char institution_words_es[] = {
#embed "lexicon/institution-words.es.txt"
};
static const unsigned char institutions_ar[] = {
#embed "lexicon/institutions.ar.txt"
};
static const unsigned char institutions_bo[] = {
#embed "lexicon/institutions.bo.txt"
};
static const unsigned char institutions_cl[] = {
#embed "lexicon/institutions.cl.txt"
};
static const unsigned char institutions_co[] = {
#embed "lexicon/institutions.co.txt"
};
static const unsigned char institutions_cr[] = {
#embed "lexicon/institutions.cr.txt"
};
static const unsigned char institutions_cu[] = {
#embed "lexicon/institutions.cu.txt"
};
static const unsigned char institutions_do[] = {
#embed "lexicon/institutions.do.txt"
};
static const unsigned char institutions_ec[] = {
#embed "lexicon/institutions.ec.txt"
};
static const unsigned char institutions_es[] = {
#embed "lexicon/institutions.es.txt"
};
static const unsigned char institutions_gt[] = {
#embed "lexicon/institutions.gt.txt"
};
static const unsigned char institutions_hn[] = {
#embed "lexicon/institutions.hn.txt"
};
static const unsigned char institutions_int[] = {
#embed "lexicon/institutions.int.txt"
};
static const unsigned char institutions_mx[] = {
#embed "lexicon/institutions.mx.txt"
};
static const unsigned char institutions_ni[] = {
#embed "lexicon/institutions.ni.txt"
};
static const unsigned char institutions_pa[] = {
#embed "lexicon/institutions.pa.txt"
};
static const unsigned char institutions_pe[] = {
#embed "lexicon/institutions.pe.txt"
};
static const unsigned char institutions_py[] = {
#embed "lexicon/institutions.py.txt"
};
static const unsigned char institutions_sv[] = {
#embed "lexicon/institutions.sv.txt"
};
static const unsigned char institutions_uy[] = {
#embed "lexicon/institutions.uy.txt"
};
static const unsigned char institutions_ve[] = {
#embed "lexicon/institutions.ve.txt"
};
static const unsigned char meeting_cues_es[] = {
#embed "lexicon/meeting-cues.es.txt"
};
static const unsigned char member_words_es[] = {
#embed "lexicon/member-words.es.txt"
};
static const unsigned char messages_en[] = {
#embed "lexicon/messages.en.txt"
};
static const unsigned char messages_es[] = {
#embed "lexicon/messages.es.txt"
};
static const unsigned char modes_es[] = {
#embed "lexicon/modes.es.txt"
};
static const unsigned char months_es[] = {
#embed "lexicon/months.es.txt"
};
static const unsigned char name_particles_es[] = {
#embed "lexicon/name-particles.es.txt"
};
static const unsigned char numbers_es[] = {
#embed "lexicon/numbers.es.txt"
};
static const unsigned char place_words_es[] = {
#embed "lexicon/place-words.es.txt"
};
static const unsigned char presence_es[] = {
#embed "lexicon/presence.es.txt"
};
static const unsigned char roles_es[] = {
#embed "lexicon/roles.es.txt"
};
static const unsigned char sessions_es[] = {
#embed "lexicon/sessions.es.txt"
};
static const unsigned char statuses_es[] = {
#embed "lexicon/statuses.es.txt"
};
static const unsigned char surnames_es[] = {
#embed "lexicon/surnames.es.txt"
};
static const unsigned char time_words_es[] = {
#embed "lexicon/time-words.es.txt"
};
static const unsigned char weekdays_es[] = {
#embed "lexicon/weekdays.es.txt"
};

#define FILE(symbol, name) {name, symbol, sizeof symbol}

static const minutario_lexicon_file files[] = {
  FILE(assignments_es, "assignments.es.txt"),
  FILE(bodies_es, "bodies.es.txt"),
  FILE(capacities_es, "capacities.es.txt"),
  FILE(closings_es, "closings.es.txt"),
  FILE(column_headers_es, "column-headers.es.txt"),
  FILE(deadlines_es, "deadlines.es.txt"),
  FILE(field_labels_es, "field-labels.es.txt"),
  FILE(function_words_es, "function-words.es.txt"),
  FILE(given_names_es, "given-names.es.txt"),
  FILE(headings_es, "headings.es.txt"),
  FILE(honorifics_es, "honorifics.es.txt"),
  FILE(institution_words_es, "institution-words.es.txt"),
  FILE(institutions_ar, "institutions.ar.txt"),
  FILE(institutions_bo, "institutions.bo.txt"),
  FILE(institutions_cl, "institutions.cl.txt"),
  FILE(institutions_co, "institutions.co.txt"),
  FILE(institutions_cr, "institutions.cr.txt"),
  FILE(institutions_cu, "institutions.cu.txt"),
  FILE(institutions_do, "institutions.do.txt"),
  FILE(institutions_ec, "institutions.ec.txt"),
  FILE(institutions_es, "institutions.es.txt"),
  FILE(institutions_gt, "institutions.gt.txt"),
  FILE(institutions_hn, "institutions.hn.txt"),
  FILE(institutions_int, "institutions.int.txt"),
  FILE(institutions_mx, "institutions.mx.txt"),
  FILE(institutions_ni, "institutions.ni.txt"),
  FILE(institutions_pa, "institutions.pa.txt"),
  FILE(institutions_pe, "institutions.pe.txt"),
  FILE(institutions_py, "institutions.py.txt"),
  FILE(institutions_sv, "institutions.sv.txt"),
  FILE(institutions_uy, "institutions.uy.txt"),
  FILE(institutions_ve, "institutions.ve.txt"),
  FILE(meeting_cues_es, "meeting-cues.es.txt"),
  FILE(member_words_es, "member-words.es.txt"),
  FILE(messages_en, "messages.en.txt"),
  FILE(messages_es, "messages.es.txt"),
  FILE(modes_es, "modes.es.txt"),
  FILE(months_es, "months.es.txt"),
  FILE(name_particles_es, "name-particles.es.txt"),
  FILE(numbers_es, "numbers.es.txt"),
  FILE(place_words_es, "place-words.es.txt"),
  FILE(presence_es, "presence.es.txt"),
  FILE(roles_es, "roles.es.txt"),
  FILE(sessions_es, "sessions.es.txt"),
  FILE(statuses_es, "statuses.es.txt"),
  FILE(surnames_es, "surnames.es.txt"),
  FILE(time_words_es, "time-words.es.txt"),
  FILE(weekdays_es, "weekdays.es.txt"),
};

size_t minutario_lexicon_count(void) { return sizeof files / sizeof files[0]; }

minutario_lexicon_file minutario_lexicon_file_at(size_t index) { return files[index]; }
