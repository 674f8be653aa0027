package fr.hubee.journal.seal;

/** Queries for the age of the proofs of the journal: each returns a number of seconds, by the clock of the database, as heads do. */
public final class SealAge {
    /**
     * Time without a signed head, since there was something to sign. A head without new content is not signed: a sweep that found nothing
     * counts.
     */
    public static final String SEALED = """
            select cast(extract(epoch from clock_timestamp() - coalesce(
                case when h.size = coalesce(b.leaves, 0) then greatest(h.at, s.swept_at) else h.at end,
                (select sealed_at from journal_block where first_leaf = 0), s.mark_at)) as double precision)
            from journal_sealing s
                left join (select size, at from journal_head order by size desc, at desc limit 1) h on true
                left join (select first_leaf + leaves as leaves from journal_block order by first_leaf desc limit 1) b on true""";

    /**
     * Age of the oldest head that the witness has not received; 0 when there is none. If the recorded time is later than the newest head,
     * it is wrong: then every head counts as not received.
     */
    public static final String WITNESSED = """
            select cast(extract(epoch from coalesce(clock_timestamp() - (select min(h.at) from journal_head h where h.at > t.told),
                interval '0')) as double precision)
            from (select case when s.witnessed <= (select max(at) from journal_head) then s.witnessed
                else cast('-infinity' as timestamptz) end as told from journal_sealing s) t""";

    private SealAge() {}
}
