package org.jiuye.checks.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** A rule of the house; the same rule judges the real house and a small one with wrong arrows. */
enum Rule {
  FUNCTIONS_DO_NOT_KNOW_EACH_OTHER,
  FUNCTIONS_KNOW_SHARED_ALONE,
  SHARED_KNOWS_NOBODY,
  INFRA_KNOWS_NO_FUNCTION,
  PACKAGES_FORM_NO_CYCLE,
  ROOMS_KNOW_EACH_OTHER_ONE_WAY,
  PACKAGES_ARE_SMALL,
  NOBODY_KNOWS_THE_FRONT_DOOR,
  STORES_KNOW_NO_USE_CASE,
  MODELS_KNOW_NO_OTHER_ROOM,
  MODELS_ARE_PURE,
  STORES_ALONE_MAKE_KEYS_AND_CONDITIONS,
  KEYS_STAY_IN_THEIR_ROOM,
  DOORS_WRITE_NOTHING,
  FRONT_DOORS_ALONE_WIRE,
  TABLE_SHOWS_WHAT_IT_MUST,
  TIME_GOES_THROUGH_THE_CLOCK,
  SETTINGS_COME_FROM_THE_ENVIRONMENT,
  NOTHING_IS_PRINTED,
  NAMES_SAY_WHAT_A_CLASS_IS_FOR,
  PACKAGES_ARE_NULL_MARKED;

  ArchRule in(House house) {
    return switch (this) {
      case FUNCTIONS_DO_NOT_KNOW_EACH_OTHER -> Arrows.functionsDoNotKnowEachOther(house);
      case FUNCTIONS_KNOW_SHARED_ALONE -> Arrows.functionsKnowSharedAlone(house);
      case SHARED_KNOWS_NOBODY -> Arrows.sharedKnowsNobody(house);
      case INFRA_KNOWS_NO_FUNCTION -> Arrows.infraKnowsNoFunction(house);
      case PACKAGES_FORM_NO_CYCLE -> Arrows.packagesFormNoCycle(house);
      case ROOMS_KNOW_EACH_OTHER_ONE_WAY -> Arrows.roomsKnowEachOtherOneWay(house);
      case PACKAGES_ARE_SMALL -> Rooms.packagesAreSmall(house);
      case NOBODY_KNOWS_THE_FRONT_DOOR -> Rooms.nobodyKnowsTheFrontDoor(house);
      case STORES_KNOW_NO_USE_CASE -> Rooms.storesKnowNoUseCase(house);
      case MODELS_KNOW_NO_OTHER_ROOM -> Rooms.modelsKnowNoOtherRoom(house);
      case MODELS_ARE_PURE -> Rooms.modelsArePure(house);
      case STORES_ALONE_MAKE_KEYS_AND_CONDITIONS -> Rooms.storesAloneMakeKeysAndConditions(house);
      case KEYS_STAY_IN_THEIR_ROOM -> Rooms.keysStayInTheirRoom(house);
      case DOORS_WRITE_NOTHING -> Rooms.doorsWriteNothing(house);
      case FRONT_DOORS_ALONE_WIRE -> Rooms.frontDoorsAloneWire(house);
      case TABLE_SHOWS_WHAT_IT_MUST -> Rooms.tableShowsWhatItMust(house);
      case TIME_GOES_THROUGH_THE_CLOCK -> Habits.timeGoesThroughTheClock(house);
      case SETTINGS_COME_FROM_THE_ENVIRONMENT -> Habits.settingsComeFromTheEnvironment(house);
      case NOTHING_IS_PRINTED -> Habits.nothingIsPrinted(house);
      case NAMES_SAY_WHAT_A_CLASS_IS_FOR -> Habits.namesSayWhatAClassIsFor(house);
      case PACKAGES_ARE_NULL_MARKED -> Habits.packagesAreNullMarked(house);
    };
  }
}
