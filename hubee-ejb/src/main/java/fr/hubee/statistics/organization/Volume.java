package fr.hubee.statistics.organization;

import java.util.List;

/** How many télédossiers of a démarche an organisation receives in twelve months. */
public enum Volume implements PeerGroup {
    FEW(11, "de 1 à 11"),
    SOME(59, "de 12 à 59"),
    MANY(299, "de 60 à 299"),
    VERY_MANY(1_499, "de 300 à 1 499"),
    MOST(Long.MAX_VALUE, "1 500 et plus");

    static final List<Volume> ALL = List.of(values());

    private final long most;
    private final String received;

    Volume(long most, String received) {
        this.most = most;
        this.received = received;
    }

    @Override
    public long most() {
        return most;
    }

    @Override
    public String label() {
        return "qui reçoivent autant (" + received + " télédossiers de cette démarche)";
    }
}
