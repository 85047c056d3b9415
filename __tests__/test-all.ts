/** `PLIMSOLL_TEST_ALL=1` asks for what takes minutes and shows little more, too: CI, which has an hour, leaves it out. */
export const IS_ALL_TESTED = process.env['PLIMSOLL_TEST_ALL'] === '1';
