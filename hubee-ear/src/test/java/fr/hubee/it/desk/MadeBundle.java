package fr.hubee.it.desk;

import fr.hubee.it.Sql;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes a ZIP that is ready, without content and bytes, in a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MadeBundle {
    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    /** Creates an empty ZIP of that person, who must have an account; otherwise none is created. */
    public UUID emptyOf(Caller person) throws SQLException {
        var id = UuidV7.next();
        new Sql(database).change("""
                insert into bundle (id, account_id, file_name, case_count, file_count, size, state, bytes_read, attempts,
                    blob_key, blob_size, blob_sha256, asked_at, kept_until)
                select ?, id, 'vide.zip', 0, 0, 0, 'READY', 0, 1, 'fs-' || md5(cast(? as text)), 0, '', now(),
                    now() + interval '1 day'
                from account where email = ?""", id, id, person.name());
        return id;
    }
}
