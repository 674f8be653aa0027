package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DelayedOutputTest {
    final ByteArrayOutputStream target = new ByteArrayOutputStream();

    @Test
    void whatWasWrittenLastLeavesOnlyWhenItIsLetGo() throws IOException {
        var held = new DelayedOutput(target);
        held.write(bytes("one "), 0, 4);
        assertEquals("", text());
        held.write(bytes("two"), 0, 3);
        assertEquals("one ", text());
        held.release();
        held.release();
        assertEquals("one two", text());
    }

    @Test
    void aBufferThatIsUsedAgainChangesNothingOfWhatIsHeld() throws IOException {
        var held = new DelayedOutput(target);
        var buffer = bytes("one");
        held.write(buffer, 0, 3);
        buffer[0] = 'x';
        held.release();
        assertEquals("one", text());
    }

    @Test
    void aReaderWhoLeavesIsNoDamage() throws IOException {
        var held = new DelayedOutput(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        });
        held.write(bytes("one"), 0, 3);
        assertFalse(held.isRefused());
        assertThrows(IOException.class, held::release);
        assertTrue(held.isRefused());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        return target.toString(StandardCharsets.UTF_8);
    }
}
