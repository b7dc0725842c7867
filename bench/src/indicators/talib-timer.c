/*
 * Times TA-Lib functions for indicators-talib.bench.ts.
 *
 * talib-timer FILE BARS: FILE holds the columns open, high, low, close, volume, unit and periods, BARS doubles each.
 * Then, for every line "NAME RUNS" on standard input, prints the least time of a run in nanoseconds. Parameters have
 * TA-Lib's defaults, memory for the results is reused from run to run.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "ta_libc.h"

enum { OPEN, HIGH, LOW, CLOSE, VOLUME, UNIT, PERIODS, COLUMNS };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc != 3) return 1;
  int bars = atoi(argv[2]);
  double *columns[COLUMNS];
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 1;
  for (int i = 0; i < COLUMNS; i++) {
    columns[i] = malloc(sizeof(double) * bars);
    if (fread(columns[i], sizeof(double), bars, file) != (size_t)bars) return 1;
  }
  double *reals[3];
  int *integers[3];
  for (int i = 0; i < 3; i++) {
    reals[i] = calloc(bars, sizeof(double));
    integers[i] = calloc(bars, sizeof(int));
  }
  TA_Initialize();

  char name[64];
  int runs;
  while (scanf("%63s %d", name, &runs) == 2) {
    const TA_FuncHandle *handle;
    const TA_FuncInfo *info;
    TA_ParamHolder *params;
    if (TA_GetFuncHandle(name, &handle) != TA_SUCCESS || TA_GetFuncInfo(handle, &info) != TA_SUCCESS ||
        TA_ParamHolderAlloc(handle, &params) != TA_SUCCESS) {
      printf("nan\n");
      fflush(stdout);
      continue;
    }
    int real = 0;
    for (unsigned i = 0; i < info->nbInput; i++) {
      const TA_InputParameterInfo *input;
      TA_GetInputParameterInfo(handle, i, &input);
      if (input->type == TA_Input_Price) {
        TA_SetInputParamPricePtr(params, i, columns[OPEN], columns[HIGH], columns[LOW], columns[CLOSE],
                                 columns[VOLUME], NULL);
      } else {
        int column = CLOSE;
        if (!strcmp(name, "ACOS") || !strcmp(name, "ASIN")) column = UNIT;
        else if (!strcmp(name, "MAVP")) column = real ? PERIODS : CLOSE;
        else if (!strcmp(name, "OBV")) column = CLOSE;
        else if (info->nbInput == 2) column = real ? LOW : HIGH;
        TA_SetInputParamRealPtr(params, i, columns[column]);
        real++;
      }
    }
    for (unsigned i = 0; i < info->nbOutput; i++) {
      const TA_OutputParameterInfo *output;
      TA_GetOutputParameterInfo(handle, i, &output);
      if (output->type == TA_Output_Real) TA_SetOutputParamRealPtr(params, i, reals[i]);
      else TA_SetOutputParamIntegerPtr(params, i, integers[i]);
    }
    double best = 1e300;
    for (int run = 0; run < runs; run++) {
      TA_Integer begin, count;
      double start = now();
      TA_CallFunc(params, 0, bars - 1, &begin, &count);
      double took = now() - start;
      if (took < best) best = took;
    }
    TA_ParamHolderFree(params);
    printf("%.0f\n", best);
    fflush(stdout);
  }
  TA_Shutdown();
  return 0;
}
