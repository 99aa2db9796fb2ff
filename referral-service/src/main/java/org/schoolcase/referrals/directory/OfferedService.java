package org.schoolcase.referrals.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One service that an agency offers: for which needs, ages and languages. */
@Entity
@Table(name = "agency_service")
public class OfferedService {

    @Id
    private UUID id;

    @Column(name = "agency_id")
    private UUID agencyId;

    private String name;

    private String description;

    private String status;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> needs;

    @Column(name = "minimum_age")
    private int minimumAge;

    @Column(name = "maximum_age")
    private int maximumAge;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> languages;

    @Column(name = "capacity_available")
    private @Nullable Integer capacityAvailable;

    @Version
    private long version;

    protected OfferedService() {}

    private OfferedService(UUID id, UUID agencyId, OfferedServiceRequest published) {
        this.id = id;
        this.agencyId = agencyId;
        publish(published);
    }

    static OfferedService offer(UUID id, UUID agencyId, OfferedServiceRequest published) {
        return new OfferedService(id, agencyId, published);
    }

    final void publish(OfferedServiceRequest published) {
        name = published.name();
        description = published.description();
        status = published.status().code();
        needs = List.copyOf(published.needs());
        minimumAge = published.minimumAge();
        maximumAge = published.maximumAge();
        languages = List.copyOf(published.languages());
        capacityAvailable = published.capacityAvailable();
    }

    /** Whether a referral may be made to it now. */
    public boolean takesReferrals() {
        return status.equals(ServiceStatus.ACTIVE.code());
    }

    public UUID id() {
        return id;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public String name() {
        return name;
    }

    OfferedServiceView view() {
        return new OfferedServiceView(
                id,
                agencyId,
                name,
                description,
                ServiceStatus.of(status),
                needs,
                minimumAge,
                maximumAge,
                languages,
                capacityAvailable,
                version);
    }

    long version() {
        return version;
    }
}
