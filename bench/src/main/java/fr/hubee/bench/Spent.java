package fr.hubee.bench;

/**
 * What a piece of work took.
 *
 * @param program milliseconds of processor of the server, or of the floor that stands for it
 * @param database milliseconds of processor of PostgreSQL
 * @param seconds on the clock
 */
record Spent(double program, double database, double seconds) {

    double cpu() {
        return program + database;
    }

    Spent per(double times) {
        return new Spent(program / times, database / times, seconds / times);
    }
}
