module
prelude
public import Init.Laws.ArrayFolds
public import Init.Laws.Access
public import Init.Laws.More
public import Init.Laws.ListMore
public import Init.Data.Vector
public import Init.Reflect.GrindNorm
/-!
The equations of containers that `grind` instantiates by itself, where it finds their left side.
-/

public section

set_option linter.all false

attribute [grind =] List.length_singleton List.length_take List.length_drop List.length_zip
  List.length_zipWith List.length_set List.length_eraseIdx List.length_dropLast List.length_tail
  List.length_concat List.length_pmap List.length_attach List.length_modify List.length_zipIdx
  List.length_flatten List.length_flatMap List.map_map List.map_reverse List.map_id List.map_singleton
  List.filter_cons List.filter_append List.filterMap_nil List.filterMap_cons List.filterMap_append
  List.foldl_append List.foldr_append List.mem_singleton List.mem_range List.mem_replicate
  List.mem_flatten List.mem_flatMap List.mem_filterMap List.reverse_reverse List.reverse_singleton
  List.getElem_cons List.getElem?_cons List.getElem_cons_zero List.getElem_cons_succ List.getElem_append
  List.getElem?_append List.getElem_map List.getElem?_map List.getElem_reverse List.getElem?_reverse
  List.getElem_take List.getElem?_take List.getElem_drop List.getElem?_drop List.getElem_set
  List.getElem?_set List.getElem_replicate List.getElem_range List.getElem?_range List.getElem_zip
  List.getElem_zipWith List.getElem_tail List.getElem_dropLast List.head_cons List.head_append
  List.head?_append List.tail_nil List.tail_cons List.head_map List.head?_map List.head?_reverse
  List.head_reverse List.getLast_cons List.getLast?_nil List.getLast?_cons List.getLast?_reverse
  List.getLast_singleton List.getLast_concat List.getLast?_concat List.take_nil List.take_zero
  List.take_succ_cons List.drop_nil List.drop_zero List.drop_succ_cons List.take_append List.drop_append
  List.take_length List.drop_length List.take_take List.drop_drop List.take_drop List.drop_take
  List.take_append_drop List.map_take List.map_drop List.takeWhile_nil List.takeWhile_cons
  List.dropWhile_nil List.dropWhile_cons List.zip_nil_left List.zip_nil_right List.zip_cons_cons
  List.zipWith_nil_left List.zipWith_nil_right List.zipWith_cons_cons List.sum_append List.sum_reverse
  List.flatten_nil List.flatten_cons List.flatten_append List.flatMap_nil List.flatMap_cons
  List.flatMap_append List.all_nil List.all_cons List.all_append List.any_nil List.any_cons
  List.any_append List.all_eq_true List.any_eq_true List.all_map List.any_map List.find?_nil
  List.find?_cons List.findSome?_cons List.findIdx_cons List.isEmpty_nil List.isEmpty_cons
  List.isEmpty_iff List.replicate_zero List.replicate_succ List.range_zero List.range_succ List.set_nil
  List.set_cons_zero List.set_cons_succ List.eraseIdx_cons_zero List.eraseIdx_cons_succ
  List.contains_cons List.elem_nil List.contains_iff_mem List.count_nil List.count_cons
  List.count_append List.countP_nil List.countP_cons List.countP_append List.erase_nil List.erase_cons
  List.lookup_nil List.lookup_cons List.dropLast_nil List.dropLast_concat List.max?_nil List.min?_nil
  List.pairwise_cons List.nodup_cons List.pairwise_append List.pairwise_map List.sublist_nil
  List.perm_nil List.size_toArray List.getElem_toArray List.getElem?_toArray List.cons_subset
  List.subset_nil List.unzip_nil List.unzip_cons

attribute [grind =] Array.size_empty Array.size_pop Array.size_reverse Array.size_replicate
  Array.size_range Array.size_modify Array.size_extract Array.size_setIfInBounds Array.size_ofFn
  Array.size_mapIdx Array.size_zip Array.size_zipWith Array.getElem_push Array.getElem_set
  Array.getElem?_set Array.getElem_map Array.getElem?_map Array.getElem_append Array.getElem_reverse
  Array.getElem_replicate Array.getElem_range Array.getElem_setIfInBounds Array.getElem_mapIdx
  Array.mem_push Array.mem_append Array.mem_map Array.mem_filter Array.mem_range Array.mem_reverse
  Array.mem_toArray Array.map_push Array.map_empty Array.map_map Array.map_append Array.filter_empty
  Array.filter_append Array.foldl_push Array.foldl_append Array.foldl_empty Array.sum_empty
  Array.reverse_reverse Array.append_empty Array.empty_append Array.pop_push Array.back?_push
  Array.toList_push Array.toList_append Array.toList_map Array.length_toList Array.getElem_toList
  Array.getElem?_toList Array.foldl_toList Array.toList_reverse Array.toList_filter Array.size_singleton
  Array.getElem_singleton

attribute [grind =] Vector.size_toArray Vector.getElem_map Vector.getElem_replicate Vector.getElem_mk
  Vector.getElem_toArray

attribute [grind =] Option.get_some Option.get!_some Option.some_orElse Option.none_orElse
  Option.some_or Option.none_or Option.or_some Option.or_none Option.filter_some Option.filter_none
  Option.isSome_map Option.isNone_map Option.map_map Option.some_get Option.elim_some Option.elim_none
  Option.any_some Option.any_none Option.all_some Option.all_none Option.mem_some

attribute [grind =] Int.min_def Int.max_def
