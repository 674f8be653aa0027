package fr.hubee.api.exchange;

import java.util.regex.Pattern;

/**
 * The requested part of a file (RFC 9110 §14).
 *
 * @param from the first byte
 * @param length how many
 * @param size of the whole file
 */
record ByteRange(long from, long length, long size) {
    private static final Pattern ONE = Pattern.compile("(?i)bytes=([0-9]{0,18})-([0-9]{0,18})");

    /**
     * @param header null, unreadable or with several ranges: the whole file
     * @return null when it starts after the end
     */
    static ByteRange of(String header, long size) {
        var whole = new ByteRange(0, size, size);
        if (header == null) {
            return whole;
        }
        var match = ONE.matcher(header.replace(" ", ""));
        if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
            return whole;
        }
        if (match.group(1).isEmpty()) {
            long last = Long.parseLong(match.group(2));
            long length = Math.min(last, size);
            return last == 0 ? null : new ByteRange(size - length, length, size);
        }
        long from = Long.parseLong(match.group(1));
        long to = match.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(match.group(2));
        if (to < from) {
            return whole;
        }
        return from >= size ? null : new ByteRange(from, Math.min(to, size - 1) - from + 1, size);
    }

    boolean isPart() {
        return length < size;
    }

    String contentRange() {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
