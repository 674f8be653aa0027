package fr.hubee.it.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The part of Protocol Buffers that is needed to read a span: fields by their numbers. */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final Map<Integer, List<Object>> fields = new HashMap<>();
    private final byte[] bytes;
    private int at;

    ProtoMessage(byte[] bytes) {
        this.bytes = bytes;
        while (at < bytes.length) {
            long tag = varint();
            fields.computeIfAbsent((int) (tag >> 3), number -> new ArrayList<>())
                    .add(value((int) (tag & 7)));
        }
    }

    private Object value(int type) {
        return switch (type) {
            case VARINT -> varint();
            case EIGHT_BYTES -> slice(8);
            case BYTES -> slice((int) varint());
            case FOUR_BYTES -> slice(4);
            default -> throw new AssertionError("unknown type " + type);
        };
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private byte[] slice(int length) {
        var slice = new byte[length];
        System.arraycopy(bytes, at, slice, 0, length);
        at += length;
        return slice;
    }

    private List<Object> all(int number) {
        return fields.getOrDefault(number, List.of());
    }

    List<ProtoMessage> messages(int number) {
        return all(number).stream().map(part -> new ProtoMessage((byte[]) part)).toList();
    }

    String text(int number) {
        return all(number).isEmpty() ? "" : new String((byte[]) all(number).get(0), StandardCharsets.UTF_8);
    }

    String hex(int number) {
        return all(number).isEmpty()
                ? ""
                : HexFormat.of().formatHex((byte[]) all(number).get(0));
    }

    /** Returns the only field that is set, whatever its number and type. */
    String only() {
        var value = fields.values().iterator().next().get(0);
        return value instanceof byte[] text ? new String(text, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
