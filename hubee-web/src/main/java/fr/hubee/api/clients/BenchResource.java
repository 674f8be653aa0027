package fr.hubee.api.clients;

import fr.hubee.api.clients.BenchRunsJson.ScenarioJson;
import fr.hubee.api.clients.BenchRunsJson.WantedRunsJson;
import fr.hubee.api.clients.CertificateJson.WantedCertificateJson;
import fr.hubee.clients.bench.BenchService;
import fr.hubee.clients.bench.CertificationService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The runs that a software starts for itself, such as in its continuous integration. */
@ApplicationScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class BenchResource {
    @Inject
    BenchService bench;

    @Inject
    CertificationService certification;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    Clock clock;

    @GET
    @Path("/scenarios")
    public List<ScenarioJson> scenarios() {
        var caller = currentCaller.get();
        return bench.scenarios(caller, caller.name()).stream()
                .map(ScenarioJson::from)
                .toList();
    }

    @POST
    @Path("/runs")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@NotNull @Valid WantedRunsJson wanted) {
        var caller = currentCaller.get();
        var batch = bench.start(caller, caller.name(), wanted.names(), wanted.profile());
        return Response.status(Response.Status.CREATED)
                .entity(BenchRunsJson.from(batch, bench.read(caller, batch), clock.instant()))
                .build();
    }

    @DELETE
    @Path("/runs/{runId}")
    public void stop(@PathParam("runId") UUID id) {
        bench.stop(currentCaller.get(), id);
    }

    @POST
    @Path("/certificates")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response certify(@NotNull @Valid WantedCertificateJson wanted) {
        var certificate = certification.issue(currentCaller.get(), wanted.profile(), currentCaller.software());
        return Response.status(Response.Status.CREATED)
                .entity(CertificateJson.from(certificate))
                .build();
    }

    /** Returns what was started together; as the XML of JUnit to who asks for XML first. */
    @GET
    @Path("/runs/{runId}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    public Response read(@PathParam("runId") UUID id, @Context HttpHeaders headers) {
        var runs = bench.read(currentCaller.get(), id);
        boolean xml = headers.getAcceptableMediaTypes().get(0).getSubtype().equals("xml");
        return xml
                ? Response.ok(JUnitReport.of(runs), MediaType.APPLICATION_XML_TYPE.withCharset("UTF-8"))
                        .build()
                : Response.ok(BenchRunsJson.from(id, runs, clock.instant()), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }
}
