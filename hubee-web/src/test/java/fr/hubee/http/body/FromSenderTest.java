package fr.hubee.http.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class FromSenderTest {

    @Test
    void aBodyComesAsItWasSent() throws Exception {
        var bytes = new byte[] {1, -1, 3};

        assertArrayEquals(bytes, new FromSender(new ByteArrayInputStream(bytes)).readAllBytes());
        assertEquals(255, new FromSender(new ByteArrayInputStream(new byte[] {-1})).read());
    }

    @Test
    void aBodyThatIsCutShortIsIncomplete() {
        var cut = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("reset by 10.0.0.1");
            }
        };

        var refusal = assertThrows(RefusedBody.class, new FromSender(cut)::readAllBytes);

        assertEquals("Request body is incomplete", refusal.getMessage());
    }
}
