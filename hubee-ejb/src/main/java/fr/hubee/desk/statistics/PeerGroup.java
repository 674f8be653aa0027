package fr.hubee.desk.statistics;

import fr.hubee.kernel.shared.Words;
import java.util.List;

/**
 * A group of organisations of one type that are compared: by number of inhabitants or, where that means nothing, by number of télédossiers.
 */
public enum PeerGroup {
    UNDER_500(499),
    UNDER_2000(1_999),
    UNDER_10K(9_999),
    UNDER_50K(49_999),
    FROM_50K(Long.MAX_VALUE),

    FEW(11),
    SOME(59),
    MANY(299),
    VERY_MANY(1_499),
    MOST(Long.MAX_VALUE);

    static final List<PeerGroup> BY_POPULATION = List.of(UNDER_500, UNDER_2000, UNDER_10K, UNDER_50K, FROM_50K);

    /** Groups by number of télédossiers of a démarche in twelve months. */
    static final List<PeerGroup> BY_VOLUME = List.of(FEW, SOME, MANY, VERY_MANY, MOST);

    /** The largest number that belongs to it. */
    private final long most;

    PeerGroup(long most) {
        this.most = most;
    }

    /** Ends « organisations du même type », as « de 500 à 1 999 habitants ». */
    public String label() {
        return Words.label(this);
    }

    /** @param groups in order; the last one has no end */
    static PeerGroup holding(List<PeerGroup> groups, long number) {
        return groups.stream().filter(each -> number <= each.most).findFirst().orElseThrow();
    }

    /** The same groups in SQL; null where the number is. */
    static String sql(List<PeerGroup> groups, String number) {
        var cases = new StringBuilder("case");
        for (var each : groups) {
            cases.append(" when ").append(number).append(" <= ").append(each.most);
            cases.append(" then '").append(each.name()).append('\'');
        }
        return cases.append(" end").toString();
    }
}
