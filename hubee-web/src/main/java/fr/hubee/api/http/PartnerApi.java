package fr.hubee.api.http;

import fr.hubee.api.http.RefusalMappers.EjbAccessMapper;
import fr.hubee.api.http.RefusalMappers.HubeeExceptionMapper;
import fr.hubee.api.http.RefusalMappers.RefusedBodyMapper;
import fr.hubee.api.http.RefusalMappers.RefusedParameterMapper;
import fr.hubee.api.http.RefusalMappers.WebApplicationMapper;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One API of the contract: its resources and the common providers. */
public abstract class PartnerApi extends Application {
    private static final Set<Class<?>> COMMON = Set.of(
            ApiJson.class,
            BenchFilter.class,
            CallerRequired.class,
            OperationFilter.class,
            TypedParameters.class,
            EjbAccessMapper.class,
            HubeeExceptionMapper.class,
            InvalidBeanMapper.class,
            InvalidJsonMapper.class,
            InvalidJsonMapper.NoTextMapper.class,
            RefusedBodyMapper.class,
            RefusedParameterMapper.class,
            UnexpectedMapper.class,
            WebApplicationMapper.class);

    private final Set<Class<?>> resources;

    protected PartnerApi(Class<?>... resources) {
        this.resources = Set.of(resources);
    }

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(resources.stream(), COMMON.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
