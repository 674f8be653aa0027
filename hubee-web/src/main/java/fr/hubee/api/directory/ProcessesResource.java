package fr.hubee.api.directory;

import fr.hubee.api.http.ContractForms;
import fr.hubee.api.http.IdempotentAnswers;
import fr.hubee.directory.process.ProcessColumn;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The catalogue of démarches. */
@ApplicationScoped
@Path("/processes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProcessesResource {
    @Inject
    ProcessService processes;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    IdempotentAnswers answers;

    @POST
    public Response create(@NotNull @Valid ProcessJson wanted) {
        return answers.created(
                wanted,
                () -> ProcessJson.from(processes.create(currentCaller.get(), wanted.code(), wanted.toDetails())));
    }

    @GET
    public List<ProcessJson> list(
            @QueryParam("companyRegister") String companyRegister,
            @QueryParam("orderBy") @DefaultValue("code") ProcessColumn order) {
        ContractForms.checkRegister(companyRegister, "query.companyRegister");
        return processes.list(order, companyRegister).stream()
                .map(ProcessJson::from)
                .toList();
    }

    @GET
    @Path("/{code}")
    public ProcessJson read(@PathParam("code") String code) {
        return ProcessJson.from(processes.read(currentCaller.get(), code));
    }

    @PUT
    @Path("/{code}")
    public ProcessJson change(@PathParam("code") String code, @NotNull @Valid ProcessJson wanted) {
        if (!code.equals(wanted.code())) {
            throw new InvalidRequest("code of a process cannot be changed");
        }
        return ProcessJson.from(processes.change(currentCaller.get(), code, wanted.toDetails()));
    }
}
