package fr.hubee.journal.seal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** An entry, read back from the bytes that are hashed. */
public record KeptEntry(
        UUID id,
        Instant happenedAt,
        String actor,
        String actorOrganization,
        String address,
        String action,
        String organization,
        String subject,
        String subjectVersion,
        String changes,
        String databaseUser) {
    private static final byte VERSION = 1;

    /** @throws IllegalArgumentException if they are not such bytes */
    public static KeptEntry of(byte[] bytes) {
        try {
            var data = ByteBuffer.wrap(bytes);
            if (data.get() != VERSION) {
                throw new IllegalArgumentException("an unknown version of the encoding");
            }
            var entry = new KeptEntry(
                    new UUID(data.getLong(), data.getLong()),
                    Instant.EPOCH.plus(data.getLong(), ChronoUnit.MICROS),
                    text(data),
                    text(data),
                    text(data),
                    text(data),
                    text(data),
                    text(data),
                    text(data),
                    text(data),
                    text(data));
            if (data.hasRemaining()) {
                throw new IllegalArgumentException("more bytes than an entry has");
            }
            return entry;
        } catch (BufferUnderflowException invalid) {
            throw new IllegalArgumentException("fewer bytes than an entry has", invalid);
        }
    }

    private static String text(ByteBuffer data) {
        int length = data.getInt();
        if (length < 0) {
            return null;
        }
        if (length > data.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        data.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return id + " of " + happenedAt + ", " + action + " by " + actor;
    }
}
