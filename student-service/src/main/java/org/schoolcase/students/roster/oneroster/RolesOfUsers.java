package org.schoolcase.students.roster.oneroster;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the roles of 1.2 from the users of 1.1: one per organization, the first is the primary one. */
final class RolesOfUsers implements RosterPackage.Sink {

    private static final List<Column> USERS = Columns.users11();
    private static final int ORGS = indexOf("orgSourcedIds");
    private static final int ROLE = indexOf("role");

    private final RosterPackage.Sink roles;

    RolesOfUsers(RosterPackage.Sink roles) {
        this.roles = roles;
    }

    @Override
    public void row(RosterRow user) {
        var orgs = Arrays.stream(cell(user, ORGS).split(","))
                .map(String::trim)
                .distinct()
                .toList();
        for (int i = 0; i < orgs.size(); i++) {
            roles.row(role(user, orgs.get(i), i == 0 ? "primary" : "secondary"));
        }
    }

    private static RosterRow role(RosterRow user, String org, String type) {
        var role = cell(user, ROLE);
        return new RosterRow(
                user.line(),
                user.sourcedId() + ":" + org,
                user.toBeDeleted(),
                user.lastModified(),
                Arrays.asList(
                        user.sourcedId(),
                        type,
                        role.equals("administrator") ? "siteAdministrator" : role,
                        null,
                        null,
                        org,
                        null),
                null);
    }

    private static String cell(RosterRow user, int index) {
        return Objects.requireNonNull(user.cells().get(index));
    }

    private static int indexOf(String column) {
        return USERS.stream().map(Column::name).toList().indexOf(column);
    }

    /** Names the user; that he is kept out is told when users.csv is read for itself. */
    @Override
    public void rejected(long line, @Nullable String sourcedId) {
        roles.rejected(line, sourcedId);
    }

    /** See {@link #rejected}. */
    @Override
    public void found(Finding finding) {}
}
