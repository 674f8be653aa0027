package fr.hubee.api.folder;

import java.util.regex.Pattern;

/**
 * The part of a file that is asked for (RFC 9110 §14).
 *
 * @param from the first byte
 * @param length how many
 * @param size of the whole file
 */
record ByteRange(long from, long length, long size) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /**
     * @param header null, or what cannot be read, or several ranges: the whole file
     * @return null when it starts beyond the end
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
            long last = Math.min(Long.parseLong(match.group(2)), size);
            return last == 0 ? null : new ByteRange(size - last, last, size);
        }
        long from = Long.parseLong(match.group(1));
        long to = match.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(match.group(2)), size - 1);
        if (from >= size) {
            return null;
        }
        return to < from ? whole : new ByteRange(from, to - from + 1, size);
    }

    boolean isPart() {
        return length < size;
    }

    String contentRange() {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
