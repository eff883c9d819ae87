package org.jiuye.template;

import java.util.Optional;

/** What the resources of a template are called where it runs. */
public interface PhysicalNames {

  /**
   * A resource of a template.
   *
   * @param logicalId its name in the template; in a nested stack's, that stack's name stands before
   * @param declaredName the name that the template itself gives, empty when the cloud makes one
   */
  record Resource(String logicalId, String type, Optional<String> declaredName) {}

  /**
   * The value of a pseudo parameter.
   *
   * @param name for example {@code AWS::Region}
   * @return empty when there is none of that name
   */
  Optional<String> pseudoParameter(String name);

  /** What {@code !Ref} gives. */
  String reference(Resource resource);

  /**
   * What {@code !GetAtt} gives.
   *
   * @return empty when resources of that type have no such attribute
   */
  Optional<String> attribute(Resource resource, String attribute);
}
