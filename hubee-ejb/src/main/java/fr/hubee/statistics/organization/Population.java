package fr.hubee.statistics.organization;

import java.util.List;

/** How many people live in a commune. */
public enum Population implements PeerGroup {
    UNDER_500(499, "de moins de 500 habitants"),
    UNDER_2000(1_999, "de 500 à 1 999 habitants"),
    UNDER_10K(9_999, "de 2 000 à 9 999 habitants"),
    UNDER_50K(49_999, "de 10 000 à 49 999 habitants"),
    FROM_50K(Long.MAX_VALUE, "de 50 000 habitants et plus");

    static final List<Population> ALL = List.of(values());

    private final long most;
    private final String label;

    Population(long most, String label) {
        this.most = most;
        this.label = label;
    }

    @Override
    public long most() {
        return most;
    }

    @Override
    public String label() {
        return label;
    }
}
