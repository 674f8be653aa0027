package fr.hubee.bench;

/**
 * What a piece of work cost.
 *
 * @param program CPU milliseconds of the server, or of the floor that replaces it
 * @param database CPU milliseconds of PostgreSQL
 * @param seconds elapsed
 */
record Spent(double program, double database, double seconds) {

    double cpu() {
        return program + database;
    }

    Spent per(double times) {
        return new Spent(program / times, database / times, seconds / times);
    }
}
