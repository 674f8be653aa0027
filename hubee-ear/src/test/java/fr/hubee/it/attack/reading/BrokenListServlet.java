package fr.hubee.it.attack.reading;

import com.fasterxml.jackson.databind.DatabindException;
import fr.hubee.api.http.AnswerRoom;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Collections;

/** Answers with a long list, of which only the first piece can be read. */
@WebServlet("/it/broken-list")
public class BrokenListServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AnswerRoom room;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var first = Collections.nCopies(AnswerRoom.PIECE, "x".repeat(100));
        var list = room.list(
                first,
                (last, most) -> {
                    throw new IllegalStateException("the database is away");
                },
                row -> row);
        try {
            ((StreamingOutput) room.body(list, list)).write(response.getOutputStream());
        } catch (DatabindException failure) {
            // as RESTEasy does, which ends such an answer as if it were whole
        }
    }
}
