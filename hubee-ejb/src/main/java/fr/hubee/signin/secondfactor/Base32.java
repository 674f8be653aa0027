package fr.hubee.signin.secondfactor;

/** RFC 4648 §6, without padding: how people type the secret of their application. */
final class Base32 {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        var text = new StringBuilder();
        int pending = 0;
        int held = 0;
        for (byte each : bytes) {
            pending = (pending << Byte.SIZE) | (each & 0xFF);
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(DIGITS.charAt((pending >>> held) & 31));
            }
            pending &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(DIGITS.charAt((pending << (BITS - held)) & 31));
        }
        return text.toString();
    }
}
