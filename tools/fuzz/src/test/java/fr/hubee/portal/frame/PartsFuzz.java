package fr.hubee.portal.frame;

import fr.hubee.exchange.receipt.ReceiptVerifier;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.MultipartParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A form with files, of which the first line is the type: the server reads its parts as it does in a request, or it is a form that cannot be read. */
public final class PartsFuzz {
    private static final DefaultByteBufferPool MEMORY = new DefaultByteBufferPool(false, 1024);

    private PartsFuzz() {}

    public static void read(byte[] input) {
        int line = 0;
        while (line < input.length && input[line] != '\n') {
            line++;
        }
        var type = new String(input, 0, line, StandardCharsets.ISO_8859_1);
        try {
            var boundary = Headers.extractQuotedValueFromHeader(type, "boundary");
            if (boundary != null) {
                var parts = MultipartParser.beginParse(
                        MEMORY, new Part(), boundary.getBytes(StandardCharsets.US_ASCII), "UTF-8");
                for (int at = Math.min(line + 1, input.length); at < input.length && !parts.isComplete(); at += 64) {
                    parts.parse(ByteBuffer.wrap(input, at, Math.min(64, input.length - at)));
                }
            }
        } catch (IOException refused) {
            // that is right
        } catch (RuntimeException refused) {
            if (!OwnPagesOnly.isUnreadableForm(refused)) {
                throw refused;
            }
        }
    }

    /** Does with a part what the server does, and what we do with a receipt. */
    private static final class Part implements MultipartParser.PartHandler {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        @Override
        public void beginPart(HeaderMap headers) {
            var disposition = headers.getFirst(Headers.CONTENT_DISPOSITION);
            if (disposition != null) {
                Headers.extractQuotedValueFromHeader(disposition, "name");
                Headers.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
            }
            content.reset();
        }

        @Override
        public void data(ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                content.write(bytes.get());
            }
        }

        @Override
        public void endPart() {
            ReceiptVerifier.find(content.toByteArray());
        }
    }
}
