package fr.hubee.exchange.status;

import fr.hubee.files.scan.Verdict;
import java.util.Optional;

/** Why nobody can open a file. */
public enum FileTrouble {
    /** Announced only. */
    NOT_SENT,
    /** Its last upload was refused: the bytes were not those that were announced. */
    BROKEN,
    UNSCANNED,
    INFECTED,
    /** It has a password. */
    LOCKED,
    /** The antivirus takes no file of that size, or of that depth. */
    TOO_LARGE,
    /** The store has lost or changed it. */
    DAMAGED,
    /** Its data key is no longer there. */
    KEY_LOST,
    PURGED;

    /** SQL of the damage of a file with this blob key, or null; with the aliases d and k. */
    public static final String DAMAGE =
            "case when d.damage = 'UNREADABLE' and split_part(blob_key, '-', 3) <> '' and not exists"
                    + " (select 1 from data_key k where k.id = split_part(blob_key, '-', 3)) then 'KEY_LOST' else d.damage end";

    /**
     * @param stored whether its bytes are stored
     * @param refused whether its last upload was refused
     * @param damage as {@link #DAMAGE} finds it
     */
    public static Optional<FileTrouble> of(
            AttachmentStatus status, boolean stored, boolean refused, String verdict, String damage) {
        return switch (status) {
            case PENDING -> Optional.of(stored ? UNSCANNED : refused ? BROKEN : NOT_SENT);
            case CORRUPTED -> Optional.of(INFECTED);
            case REJECTED -> Optional.of(Verdict.isOfEncrypted(verdict) ? LOCKED : TOO_LARGE);
            case DELETED -> Optional.of(PURGED);
            case RECEIVED ->
                Optional.ofNullable(damage).map(found -> found.equals(KEY_LOST.name()) ? KEY_LOST : DAMAGED);
        };
    }
}
