package fr.hubee.bench;

/**
 * The cost of a piece of work.
 *
 * @param program CPU milliseconds of the server, or of the floor that replaces it
 * @param database CPU milliseconds of PostgreSQL
 * @param seconds elapsed
 */
record Spent(double program, double database, double seconds) {

    static final Spent NOTHING = new Spent(0, 0, 0);

    Spent plus(Spent more) {
        return new Spent(program + more.program, database + more.database, seconds + more.seconds);
    }

    double cpu() {
        return program + database;
    }

    Spent per(double times) {
        return new Spent(program / times, database / times, seconds / times);
    }
}
