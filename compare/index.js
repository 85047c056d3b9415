// The bundle is told its phase as an argument, and a JavaScript action has none.
process.argv[2] = 'compare';
void import('../dist/main/index.js');
