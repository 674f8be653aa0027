package fr.hubee.statistics.organization;

import java.util.List;

/** Organisations of one type that are compared: of as many inhabitants or, where that says nothing, of as many télédossiers. */
public sealed interface PeerGroup permits Population, Volume {
    /** As the database names it, at most ten letters. */
    String name();

    /** The largest number that belongs to it. */
    long most();

    /** Ends « organisations du même type », as « de 500 à 1 999 habitants ». */
    String label();

    /** @param groups in order; the last one has no end */
    static <G extends PeerGroup> G holding(List<G> groups, long number) {
        return groups.stream().filter(each -> number <= each.most()).findFirst().orElseThrow();
    }

    /** The same groups in SQL; null where the number is. */
    static String sql(List<? extends PeerGroup> groups, String number) {
        var cases = new StringBuilder("case");
        for (var each : groups) {
            cases.append(" when ").append(number).append(" <= ").append(each.most());
            cases.append(" then '").append(each.name()).append('\'');
        }
        return cases.append(" end").toString();
    }
}
