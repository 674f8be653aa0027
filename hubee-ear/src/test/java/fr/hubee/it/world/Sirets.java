package fr.hubee.it.world;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers of establishments that no other test uses, with their key. */
public final class Sirets {
    private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis() % 100_000_000L * 10_000L);

    private Sirets() {}

    public static String fresh() {
        var digits = "9" + String.format("%012d", NEXT.incrementAndGet());
        for (char key = '0'; key < '9'; key++) {
            if (luhn(digits + key) % 10 == 0) {
                return digits + key;
            }
        }
        return digits + '9';
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum;
    }
}
