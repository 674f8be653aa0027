package fr.hubee.bench.floor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Answers {@code []} to every request: measures the cost of the server itself. */
@Path("/empty")
public class EmptyAnswer {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<String> get() {
        return List.of();
    }
}
