package fr.hubee.statistics.organization;

import java.util.stream.Stream;

/** How many télédossiers of a démarche an organisation receives in twelve months: the référentiel knows no population. */
public enum Volume {
    FEW(1, 11),
    SOME(12, 59),
    MANY(60, 299),
    VERY_MANY(300, 1_499),
    MOST(1_500, Long.MAX_VALUE);

    private final long least;
    private final long most;

    Volume(long least, long most) {
        this.least = least;
        this.most = most;
    }

    /** @param received in twelve months, at least one */
    static Volume of(long received) {
        return Stream.of(values())
                .filter(each -> received <= each.most)
                .findFirst()
                .orElseThrow();
    }

    public long least() {
        return least;
    }

    /** « de 12 à 59 », « 1500 et plus ». */
    public String label() {
        return this == MOST ? least + " et plus" : "de " + least + " à " + most;
    }

    /** The same classes in SQL. */
    static String sql(String received) {
        var cases = new StringBuilder("case");
        for (var each : values()) {
            if (each != MOST) {
                cases.append(" when ")
                        .append(received)
                        .append(" <= ")
                        .append(each.most)
                        .append(" then '")
                        .append(each)
                        .append('\'');
            }
        }
        return cases.append(" else '").append(MOST).append("' end").toString();
    }
}
