package fr.hubee.desk.statistics;

import java.time.YearMonth;

/** One month of an organisation, or several together. */
public final class OwnMonth {
    private final YearMonth month;
    private final BucketCounts<OwnMeasure> buckets = new BucketCounts<>();

    OwnMonth(YearMonth month) {
        this.month = month;
    }

    void add(OwnMeasure measure, int bucket, long cases) {
        buckets.add(measure, bucket, cases);
    }

    void add(OwnMonth other) {
        buckets.add(other.buckets);
    }

    /** Null in a total. */
    public YearMonth month() {
        return month;
    }

    public long received() {
        return of(OwnMeasure.RECEIVED).cases();
    }

    /** Returns the numbers of a measure; its durations count from the transmission. */
    public Counted of(OwnMeasure measure) {
        return buckets.of(measure);
    }

    /** Handled, refused or closed. */
    public long ended() {
        return of(OwnMeasure.ENDED_BY_PERSON).cases()
                + of(OwnMeasure.ENDED_BY_SOFTWARE).cases();
    }

    public enum OwnMeasure {
        RECEIVED,
        /** First in the hands of one of its agents. */
        PERSON,
        /** First in the hands of its software. */
        SOFTWARE,
        /** First handled, refused or closed, where its subscription works in the portal. */
        ENDED_BY_PERSON,
        /** The same, where it works in its software. */
        ENDED_BY_SOFTWARE
    }
}
