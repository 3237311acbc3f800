import type { FileDetail, ImportProblem } from '../import-file.ts';

interface Saying {
  readonly title: string;
  readonly remedy: string;
}

const byDetail: Readonly<Record<Exclude<FileDetail, 'none'>, Saying>> = {
  password_protected: {
    title: 'The workbook is protected by a password.',
    remedy: 'Open it, save it without a password, and upload that.',
  },
  old_excel: {
    title: 'This is an old binary spreadsheet (.xls) or another container of its kind.',
    remedy: 'Save it as .xlsx or CSV.',
  },
  not_a_spreadsheet: {
    title: 'The file is no spreadsheet.',
    remedy: 'Upload .xlsx, .csv, .tsv, or one of the latter two as .gz.',
  },
  cut_off: { title: 'The file ends in the middle.', remedy: 'Export or transfer it again; compare the sizes.' },
  wrong_encoding: {
    title: 'The text is not in the encoding it seemed to be in.',
    remedy: 'Save it as UTF-8 (or UTF-16 with a mark, or GB18030).',
  },
  damaged: {
    title: 'The file is damaged.',
    remedy: 'Open it in a spreadsheet program, save it anew, or ask for it again.',
  },
  unclosed_quote: {
    title: 'A quotation mark is opened and never closed.',
    remedy: 'Correct the quotes of the named record; inside a quoted field a quote is written twice.',
  },
  inflates_too_much: {
    title: 'The file would unpack to far more than a spreadsheet holds.',
    remedy: 'Save the data as a plain new file. If this was not expected, treat the sender with care.',
  },
  too_many_columns: {
    title: 'The header has more than 16,384 columns.',
    remedy: 'Export only the columns of the placement, or check that the delimiter is right.',
  },
  record_too_long: {
    title: 'A record is longer than any spreadsheet can hold.',
    remedy: 'Look at the named record; most often its line break is missing.',
  },
  too_many_sheets: {
    title: 'The workbook has more than 1,000 sheets.',
    remedy: 'Save the sheets with cases as a workbook of their own.',
  },
  too_many_merges: { title: 'The sheet has too many merged cells.', remedy: 'Unmerge them and upload the file again.' },
};
const byCode: Readonly<Record<ImportProblem['code'], Saying>> = {
  empty_file: { title: 'The file is empty.', remedy: 'Upload a file with a header row and data.' },
  no_header: {
    title: 'No header row was found in the first 20 rows.',
    remedy: 'At least five column names must be known ones; docs/import.md lists them.',
  },
  unsupported_format: byDetail.not_a_spreadsheet,
  corrupt_file: byDetail.damaged,
  unsafe_archive: byDetail.inflates_too_much,
  file_too_large: {
    title: 'The file is larger than this server takes.',
    remedy: 'Split it, or send it compressed as .gz.',
  },
  import_interrupted: {
    title: 'The import broke off, and so did every further try.',
    remedy:
      'Nothing that was imported is lost: start it again, and it goes on behind the last row that was kept. If it breaks off once more, the log names the cause under the id of the placement.',
  },
};

export function sayProblem(problem: ImportProblem): Saying {
  const { code, detail } = problem;
  const { title, remedy } = detail === 'none' ? byCode[code] : byDetail[detail];

  return { title: 'row' in problem && problem.row !== undefined ? `${title} Row ${problem.row}.` : title, remedy };
}
