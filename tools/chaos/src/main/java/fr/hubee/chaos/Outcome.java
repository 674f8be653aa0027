package fr.hubee.chaos;

/** Says what a caller knows of its call. */
enum Outcome {
    /** It was acknowledged. */
    DONE,
    /** It was refused: nothing of it may be there. */
    REFUSED,
    /** No answer came, or one that says that the hub does not know: it is there wholly, or not at all. */
    UNKNOWN,
    NOT_TRIED;

    /** @param status of HTTP; 0 without an answer */
    static Outcome of(int status) {
        if (status == 0 || status >= 500) {
            return UNKNOWN;
        }
        return status < 300 ? DONE : REFUSED;
    }

    /** @return milliseconds since then */
    static long since(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
